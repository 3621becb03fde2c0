namespace CiFeatures.Decoding.Columns;

/// <summary>Shows the start of a column as its build.</summary>
internal static class BuildTimeNames
{
    private static readonly (string Python, string Go)[] Directives =
        [("%p", "PM"), ("%Y", "2006"), ("%y", "06"), ("%m", "01"), ("%d", "02"), ("%H", "15"), ("%M", "04"), ("%S", "05")];

    /// <summary>Renames the builds; times are UTC.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="format">The format; empty = the builds stay as they are.</param>
    public static IReadOnlyList<GridColumn> Apply(IReadOnlyList<GridColumn> columns, string format)
    {
        if (format.Length == 0)
        {
            return columns;
        }

        string layout = ToLayout(format);
        return [.. columns.Select(c => c with { Build = GoLayout.Format(layout, DateTimeOffset.FromUnixTimeMilliseconds((long)c.StartedMs)) })];
    }

    /// <summary>Replaces Python's percent signs by parts of Go's reference time; everything else stays.</summary>
    /// <param name="format">The format.</param>
    public static string ToLayout(string format) => Directives.Aggregate(format, (text, d) => text.Replace(d.Python, d.Go, StringComparison.Ordinal));
}
