using CiFeatures.Core.Tables;

namespace CiFeatures.Tests.Formats;

/// <summary>Tables with every type, nulls and awkward values, from a seed.</summary>
internal static class SampleTables
{
    private static readonly string[] Words =
        ["", "a", "job, with comma", "quote\"d", "line\nbreak", "ünï©ode 🎉", "=1+1", "[sig-storage] CSI volumes", "tab\there", " spaces ", "007", "null", "\r\n"];

    public static TableSchema Schema { get; } = new("everything", "row",
    [
        Column("flag", ColumnType.Boolean, false),
        Column("flag_or_null", ColumnType.Boolean, true),
        Column("code", ColumnType.Int8, false),
        Column("code_or_null", ColumnType.Int8, true),
        Column("count", ColumnType.Int32, false),
        Column("count_or_null", ColumnType.Int32, true),
        Column("big", ColumnType.Int64, false),
        Column("big_or_null", ColumnType.Int64, true),
        Column("narrow", ColumnType.Float32, false),
        Column("narrow_or_null", ColumnType.Float32, true),
        Column("wide", ColumnType.Float64, false),
        Column("wide_or_null", ColumnType.Float64, true),
        Column("text", ColumnType.Text, false),
        Column("text_or_null", ColumnType.Text, true),
        Column("time", ColumnType.TimestampMs, false),
        Column("time_or_null", ColumnType.TimestampMs, true),
    ]);

    public static ColumnSchema Column(string name, ColumnType type, bool nullable) => new()
    {
        Name = name,
        Type = type,
        Nullable = nullable,
        NullRule = nullable ? "by chance" : "never",
        Meaning = $"A {type}.",
        Unit = "cells",
    };

    public static FeatureTable Everything(int rows, int seed = 1, bool withNaN = true)
    {
        var random = new Random(seed);
        var builder = new FeatureTableBuilder(Schema);
        for (int i = 0; i < rows; i++)
        {
            builder.AppendRow(
                random.Next(5) > 0,
                OrNull(random, random.Next(2) == 0),
                (sbyte)random.Next(-128, 128),
                OrNull(random, (sbyte)random.Next(-3, 3)),
                random.Next(4) == 0 ? random.Next(int.MinValue, int.MaxValue) : random.Next(10),
                OrNull(random, random.Next(1000)),
                random.Next(3) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : random.Next(),
                OrNull(random, (long)random.Next(-1_000_000, 1_000_000)),
                Float(random, withNaN),
                OrNull(random, Float(random, withNaN: false)),
                Double(random, withNaN),
                OrNull(random, Double(random, withNaN: false)),
                Word(random, i),
                OrNull(random, Words[random.Next(Words.Length)]),
                1_600_000_000_000 + random.Next(int.MinValue, int.MaxValue),
                OrNull(random, random.NextInt64(-60_000_000_000_000, 60_000_000_000_000)));
        }

        return builder.Take();
    }

    /// <summary>Cuts a table into pieces of random lengths.</summary>
    public static IEnumerable<FeatureTable> Cut(FeatureTable table, int seed)
    {
        var random = new Random(seed);
        for (int start = 0; start < table.RowCount;)
        {
            int count = Math.Min(table.RowCount - start, random.Next(0, 900));
            var builder = new FeatureTableBuilder(table.Schema);
            for (int row = start; row < start + count; row++)
            {
                builder.AppendRow([.. table.Columns.Select(c => c.ValueAt(row))]);
            }

            yield return builder.Take();
            start += count;
        }
    }

    public static void ShouldBe(IEnumerable<FeatureTable> found, FeatureTable expected)
    {
        int start = 0;
        foreach (FeatureTable piece in found)
        {
            piece.Schema.Columns.Count.ShouldBe(expected.Schema.Columns.Count);
            (start + piece.RowCount).ShouldBeLessThanOrEqualTo(expected.RowCount);
            for (int c = 0; c < piece.Columns.Count; c++)
            {
                for (int row = 0; row < piece.RowCount; row++)
                {
                    object? value = piece.Columns[c].ValueAt(row);
                    object? wanted = expected.Columns[c].ValueAt(start + row);
                    if (!Equals(value, wanted) || (value is double d && double.IsNegative(d) != double.IsNegative((double)wanted!)))
                    {
                        value.ShouldBe(wanted, $"column {piece.Schema.Columns[c].Name}, row {start + row}");
                    }
                }
            }

            start += piece.RowCount;
        }

        start.ShouldBe(expected.RowCount);
    }

    private static string Word(Random random, int i) => random.Next(3) switch
    {
        0 => Words[random.Next(Words.Length)],
        1 => $"test {i} of suite {random.Next(9)}",
        _ => "common",
    };

    private static object? OrNull(Random random, object value) => random.Next(4) == 0 ? null : value;

    private static float Float(Random random, bool withNaN) => random.Next(12) switch
    {
        0 when withNaN => float.NaN,
        1 => 0f,
        2 => float.MaxValue,
        3 => 1e-30f,
        _ => random.NextSingle() * 200 - 100,
    };

    private static double Double(Random random, bool withNaN) => random.Next(12) switch
    {
        0 when withNaN => double.NaN,
        1 when withNaN => double.NegativeInfinity,
        2 => -0.0,
        3 => double.Epsilon,
        4 => 1.0 / 3,
        _ => random.NextDouble() * 1e6 - 5e5,
    };
}
