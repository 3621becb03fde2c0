using CiFeatures.Core.Tables;

namespace CiFeatures.Formats;

/// <summary>The names of the column types in manifests and dictionaries.</summary>
internal static class ColumnTypes
{
    private static readonly (ColumnType Type, string Name)[] Names =
    [
        (ColumnType.Boolean, "bool"),
        (ColumnType.Int8, "int8"),
        (ColumnType.Int32, "int32"),
        (ColumnType.Int64, "int64"),
        (ColumnType.Float32, "float32"),
        (ColumnType.Float64, "float64"),
        (ColumnType.Text, "text"),
        (ColumnType.TimestampMs, "timestamp_ms"),
    ];

    public static string Name(ColumnType type) => Names.First(n => n.Type == type).Name;

    public static bool TryParse(string name, out ColumnType type)
    {
        int index = Array.FindIndex(Names, n => n.Name == name);
        type = index < 0 ? default : Names[index].Type;
        return index >= 0;
    }
}
