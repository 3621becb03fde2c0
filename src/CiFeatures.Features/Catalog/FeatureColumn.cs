using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>Computes the values of a feature for some rows and adds them to its column.</summary>
/// <typeparam name="TRow">The context that a row of the table is computed from.</typeparam>
/// <param name="rows">The rows' contexts.</param>
/// <param name="column">The builder of the feature's column.</param>
internal delegate void FeatureValues<TRow>(ReadOnlySpan<TRow> rows, ColumnBuilder column);

/// <summary>One feature: what it is called and means, and how its values are taken from the contexts of rows.</summary>
/// <typeparam name="TRow">The context that a row of the table is computed from.</typeparam>
/// <param name="Schema">Name, type, unit, meaning, null rule, source, formula and version.</param>
/// <param name="Append">Computes the values of some rows and adds them to the column.</param>
internal sealed record FeatureColumn<TRow>(ColumnSchema Schema, FeatureValues<TRow> Append);
