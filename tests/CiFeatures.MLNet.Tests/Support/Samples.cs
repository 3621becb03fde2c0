using CiFeatures.Core.Tables;

namespace CiFeatures.MLNet.Tests.Support;

/// <summary>Small tables with every column type, with and without nulls.</summary>
internal static class Samples
{
    public const long NoonMs = 1_600_000_000_123;

    public static TableSchema Schema { get; } = new("sample", "row", [.. Columns()]);

    /// <summary>Two rows: the first has a value everywhere, the second a null wherever that is allowed.</summary>
    public static FeatureTable Table(int number = 1)
    {
        var builder = new FeatureTableBuilder(Schema);
        builder.AppendRow(
            true, true, (sbyte)number, (sbyte)-12, 70_000 + number, -5, 1L << 40, 1L << 41, 0.5f, 1.5f, 0.25, 1.0 / 3, "a" + number, "b", NoonMs, NoonMs);
        builder.AppendRow(
            false, null, (sbyte)0, null, 0, null, 0L, null, float.NegativeInfinity, null, -0.0, null, "", null, 0L, null);
        return builder.Take();
    }

    private static IEnumerable<ColumnSchema> Columns()
    {
        foreach (ColumnType type in Enum.GetValues<ColumnType>())
        {
            yield return new ColumnSchema { Name = type.ToString(), Type = type, Unit = "u", Meaning = "always there" };
            yield return new ColumnSchema { Name = type + "?", Type = type, Nullable = true, NullRule = "in the second row" };
        }
    }
}
