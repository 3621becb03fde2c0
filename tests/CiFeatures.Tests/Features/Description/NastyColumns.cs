using System.Globalization;

namespace CiFeatures.Tests.Features.Description;

/// <summary>Columns of numbers that are hard to add up or to print; the same for the same seed.</summary>
internal static class NastyColumns
{
    /// <summary>Makes columns by name. A null is a null.</summary>
    public static IReadOnlyDictionary<string, double?[]> Of(int seed, int rows)
    {
        var random = new Random(seed);
        double?[] Make(Func<int, double?> value) => [.. Enumerable.Range(0, rows).Select(value)];
        return new SortedDictionary<string, double?[]>(StringComparer.Ordinal)
        {
            ["tie_fixed"] = Make(_ => random.Next(-400, 400) / 128.0),
            ["tie_constant"] = Make(_ => 0.0078125),
            ["tie_odd"] = Make(_ => 0.0234375),
            ["tie_scientific"] = Make(_ => 10_000_005 + (10.0 * random.Next(0, 50_000))),
            ["nines"] = Make(_ => 9_999_999.5),
            ["nines_small"] = Make(_ => 9.9999995e-7),
            ["ratio"] = Make(_ => random.NextDouble()),
            ["percent"] = Make(_ => Math.Round(random.NextDouble() * 100, 4)),
            ["count"] = Make(_ => random.Next(0, 500)),
            ["count_large"] = Make(_ => random.NextInt64(0, 1L << 52)),
            ["count_or_null"] = Make(_ => random.Next(3) == 0 ? null : random.Next(-5, 5)),
            ["million"] = Make(_ => 1e6),
            ["above_million"] = Make(_ => 1_000_000.25),
            ["huge"] = Make(_ => random.NextDouble() * 1e300),
            ["tiny"] = Make(_ => (random.NextDouble() - 0.5) * 1e-300),
            ["subnormal"] = Make(_ => random.Next(1, 9) * double.Epsilon),
            ["below_micro"] = Make(_ => random.Next(5) == 0 ? 0 : 9e-7),
            ["mixed_sizes"] = Make(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 13))),
            ["cancelling"] = Make(row => row % 2 == 0 ? 1e16 + row : -1e16 + (row / 3.0)),
            ["near_constant"] = Make(_ => 1e9 + (random.NextDouble() * 1e-3)),
            ["negative"] = Make(_ => -random.NextDouble() * 1e5),
            ["zero"] = Make(_ => 0),
            ["constant"] = Make(_ => 0.1),
            ["half_null"] = Make(row => row % 2 == 0 ? null : random.NextDouble() * 1e4),
            ["first_null"] = Make(row => row == 0 ? null : random.NextDouble() * 7),
            ["one_value"] = Make(row => row == rows / 2 ? 3.25 : null),
        };
    }

    /// <summary>Writes columns as CSV. The column <c>row</c> in front keeps a line of nulls from being an empty line.</summary>
    public static string Csv(IReadOnlyDictionary<string, double?[]> columns)
    {
        var text = new System.Text.StringBuilder("row," + string.Join(',', columns.Keys) + "\n");
        int rows = columns.Values.First().Length;
        for (int row = 0; row < rows; row++)
        {
            text.Append(row).Append(',').AppendJoin(',', columns.Values.Select(c => c[row]?.ToString("R", CultureInfo.InvariantCulture) ?? "")).Append('\n');
        }

        return text.ToString();
    }
}
