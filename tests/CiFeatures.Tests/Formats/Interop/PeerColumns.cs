using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Tables;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>Compares columns that another program printed as texts with columns of a table.</summary>
internal static class PeerColumns
{
    public static void ShouldBe(JsonElement found, FeatureTable expected)
    {
        JsonElement[] columns = [.. found.GetProperty("columns").EnumerateArray()];
        columns.Select(c => c.GetProperty("name").GetString()).ShouldBe(expected.Schema.Columns.Select(c => c.Name));
        for (int c = 0; c < columns.Length; c++)
        {
            JsonElement values = columns[c].GetProperty("values");
            values.GetArrayLength().ShouldBe(expected.RowCount);
            int row = 0;
            foreach (JsonElement value in values.EnumerateArray())
            {
                Same(value.GetString(), expected.Columns[c].ValueAt(row), expected.Columns[c].Schema.Type).ShouldBeTrue(
                    $"column {expected.Schema.Columns[c].Name}, row {row}: '{value}' and '{expected.Columns[c].ValueAt(row)}'");
                row++;
            }
        }
    }

    public static bool Same(string? text, object? value, ColumnType type) => (text, value) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (_, double number) => SameBits(Parse(text), number),
        (_, float number) => SameBits((float)Parse(text), number),
        (_, bool flag) => text.Equals(flag ? "true" : "false", StringComparison.OrdinalIgnoreCase),
        (_, string word) => text == word,
        _ => type != ColumnType.Text && text == Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>All rows of a reader as one table.</summary>
    public static FeatureTable Gather(CiFeatures.Formats.ITableReader reader)
    {
        var builder = new FeatureTableBuilder(reader.Schema);
        foreach (FeatureTable piece in reader.Read())
        {
            for (int row = 0; row < piece.RowCount; row++)
            {
                builder.AppendRow([.. piece.Columns.Select(c => c.ValueAt(row))]);
            }
        }

        return builder.Take();
    }

    private static bool SameBits(double a, double b) => a.Equals(b) && (a != 0 || double.IsNegative(a) == double.IsNegative(b));

    private static double Parse(string text) => text.ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "inf" or "infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
