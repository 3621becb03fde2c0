using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>One feature: what it is called and means, and how its value is taken from the context of a row.</summary>
/// <typeparam name="TRow">The context that a row of the table is computed from.</typeparam>
public sealed class FeatureColumn<TRow>
{
    private readonly Action<TRow, ColumnBuilder> _append;

    internal FeatureColumn(ColumnSchema schema, Action<TRow, ColumnBuilder> append)
    {
        Schema = schema;
        _append = append;
    }

    /// <summary>Name, type, unit, meaning, null rule, source, formula and version.</summary>
    public ColumnSchema Schema { get; }

    /// <summary>Computes the value for a row and adds it to the column.</summary>
    /// <param name="row">The row's context.</param>
    /// <param name="column">The builder of this column.</param>
    public void Append(TRow row, ColumnBuilder column) => _append(row, column);
}
