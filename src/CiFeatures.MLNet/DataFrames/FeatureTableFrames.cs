using CiFeatures.Core.Tables;
using Microsoft.Data.Analysis;

namespace CiFeatures.MLNet.DataFrames;

/// <summary>Feature tables as data frames and back. A data frame knows nulls in every type, so nothing is lost either way.</summary>
public static class FeatureTableFrames
{
    /// <summary>A copy of a feature table as a data frame.</summary>
    /// <param name="table">The table.</param>
    /// <returns>
    /// A frame with a column for each column of the table, in its order: Boolean, SByte, Int32, Int64, Single, Double, String, and
    /// DateTime (UTC) for timestamps. A null stays a null.
    /// </returns>
    public static DataFrame ToDataFrame(this FeatureTable table) => new([.. table.Columns.Select(FrameColumns.FromColumn)]);

    /// <summary>A copy of a data frame as a feature table with a known schema.</summary>
    /// <param name="frame">The frame. Columns that the schema does not name are left out; whole numbers may be narrower than the schema's.</param>
    /// <param name="schema">The schema. A DateTime without a kind is taken as UTC; parts of a millisecond are cut off.</param>
    /// <returns>The table, columns in the schema's order.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1482: a column is absent, of another type, or has a null where the schema allows none.</exception>
    public static FeatureTable ToFeatureTable(this DataFrame frame, TableSchema schema) =>
        new(schema, [.. schema.Columns.Select(column => FrameColumns.ToColumn(frame, schema.Name, column))]);

    /// <summary>A copy of a data frame as a feature table; the schema follows from the frame's column types, every column nullable.</summary>
    /// <param name="frame">The frame, with columns of Boolean, SByte, Byte, Int16, UInt16, Int32, UInt32, Int64, Single, Double, String or DateTime.</param>
    /// <param name="name">The table's name.</param>
    /// <returns>The table, columns in the frame's order.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1483: a column has another type.</exception>
    public static FeatureTable ToFeatureTable(this DataFrame frame, string name) =>
        frame.ToFeatureTable(new TableSchema(name, "row of a data frame", [.. frame.Columns.Select(column => FrameColumns.SchemaOf(name, column))]));
}
