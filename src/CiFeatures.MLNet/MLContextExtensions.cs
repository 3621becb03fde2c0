using CiFeatures.Core.Tables;
using CiFeatures.MLNet.DataViews;
using Microsoft.ML;

namespace CiFeatures.MLNet;

/// <summary>Feature tables as ML.NET data views.</summary>
/// <remarks>
/// A column that is never null keeps its type: Boolean, SByte, Int32, Int64, Single, Double, text, or DateTime (UTC).
/// ML.NET knows a missing value for Single and Double only, so a nullable column becomes one of these with NaN at the nulls:
/// Boolean (as 0 and 1), Int8, Int32 and Float32 become Single, Int64 and Float64 become Double. Single holds whole numbers
/// exactly up to 16,777,216. A null text is empty text, and a null timestamp is <see cref="DateTime.MinValue"/>, which no
/// build has. The rules follow from the schema alone, so they are the same for every piece of a table. Each column carries
/// the annotations <c>Unit</c>, <c>Meaning</c> and <c>NullRule</c>.
/// </remarks>
public static class MLContextExtensions
{
    /// <summary>A feature table as a data view. Nothing is copied.</summary>
    /// <param name="context">The ML.NET context.</param>
    /// <param name="table">The table.</param>
    /// <returns>A view with a column for each column of the table, in its order.</returns>
    public static IDataView LoadFromFeatureTable(this MLContext context, FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FeatureTableDataView(table.Schema, [table], table.RowCount);
    }

    /// <summary>A feature table that comes in pieces as a data view. A piece is asked for when a cursor gets to it and not kept.</summary>
    /// <param name="context">The ML.NET context.</param>
    /// <param name="schema">The table's schema.</param>
    /// <param name="pieces">
    /// The pieces. Training reads data more than once: every cursor enumerates the pieces from the start, so the enumerable must give the same
    /// pieces each time.
    /// </param>
    /// <returns>A view with a column for each column of the schema, in its order.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1481, while the view is read: a piece has another schema.</exception>
    public static IDataView LoadFromFeatureTables(this MLContext context, TableSchema schema, IEnumerable<FeatureTable> pieces)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new FeatureTableDataView(schema, pieces, rowCount: null);
    }
}
