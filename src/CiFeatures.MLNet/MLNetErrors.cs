using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;

namespace CiFeatures.MLNet;

/// <summary>The errors of this project; each code has a section in <c>docs/errors/mlnet.md</c>.</summary>
internal static class MLNetErrors
{
    public const string PieceDoesNotFit = "CIF1481";
    public const string ColumnDoesNotFit = "CIF1482";
    public const string UnsupportedColumn = "CIF1483";

    public static CiFeaturesException PieceSchema(TableSchema expected, TableSchema found, int piece) => new(
        PieceDoesNotFit,
        ErrorKind.BadInput,
        $"The piece has the columns {Describe(found)}, the table has {Describe(expected)}.",
        $"table {expected.Name}, piece {piece}",
        "Give all pieces the schema of the table.");

    [DoesNotReturn]
    public static void ThrowColumn(string table, string column, string problem) => throw new CiFeaturesException(
        ColumnDoesNotFit,
        ErrorKind.BadInput,
        problem,
        $"table {table}, column {column}",
        "Change the data frame's column, or the schema it is read with.");

    public static CiFeaturesException Unsupported(string table, string column, Type type) => new(
        UnsupportedColumn,
        ErrorKind.BadInput,
        $"A feature table has no column type for {type.Name}.",
        $"table {table}, column {column}",
        "Convert the column to Boolean, a whole number up to 64 bits with sign, Single, Double, String or DateTime, or drop it.");

    private static string Describe(TableSchema schema) =>
        string.Join(", ", schema.Columns.Select(c => $"{c.Name}: {c.Type}{(c.Nullable ? "?" : "")}"));
}
