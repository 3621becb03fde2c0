using System.Text.RegularExpressions;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.State;

/// <summary>Makes what a tab shows out of its test group's grid, as TestGrid's tabulator does before it computes alerts.</summary>
/// <remarks>
/// Rows stay whose name matches every <c>include-filter-by-regex</c> and no <c>exclude-filter-by-regex</c> of the tab's base options; then runs without
/// any result are dropped, but for the newest where none has one. All other options (grouping, sorting, width, graphs) are passed over.
/// </remarks>
public static class TabFilter
{
    private const string IncludeKey = "include-filter-by-regex";
    private const string ExcludeKey = "exclude-filter-by-regex";

    /// <summary>Filters rows and drops empty runs.</summary>
    /// <param name="grid">The test group's grid.</param>
    /// <param name="baseOptions">The tab's base options, a query such as <c>include-filter-by-regex=Overall&amp;width=10</c>.</param>
    /// <exception cref="CiFeaturesException">CIF1152: the options are not a query or have a pattern that is not valid.</exception>
    public static JobGrid Apply(JobGrid grid, string baseOptions) => DropEmptyRuns(KeepRows(grid, baseOptions));

    /// <summary>Filters rows only.</summary>
    /// <param name="grid">The test group's grid.</param>
    /// <param name="baseOptions">The tab's base options.</param>
    /// <returns>The same grid when all rows stay.</returns>
    /// <exception cref="CiFeaturesException">CIF1152: the options are not a query or have a pattern that is not valid.</exception>
    public static JobGrid KeepRows(JobGrid grid, string baseOptions)
    {
        (List<Regex> include, List<Regex> exclude) = Parse(baseOptions, grid.Key.ToString());
        int[] kept =
        [
            .. Enumerable.Range(0, grid.Tests.Count).Where(test =>
                include.TrueForAll(pattern => pattern.IsMatch(grid.Tests[test].Name)) && !exclude.Exists(pattern => pattern.IsMatch(grid.Tests[test].Name))),
        ];
        return kept.Length == grid.Tests.Count ? grid : grid.Select(kept, [.. Enumerable.Range(0, grid.Runs.Count)]);
    }

    /// <summary>Drops the runs in which no row has a result; where no run has one the newest stays.</summary>
    /// <param name="grid">The grid.</param>
    /// <returns>The same grid when all runs stay.</returns>
    public static JobGrid DropEmptyRuns(JobGrid grid)
    {
        bool[] filled = new bool[grid.Runs.Count];
        for (int test = 0; test < grid.Tests.Count; test++)
        {
            ReadOnlySpan<byte> cells = grid.Row(test);
            for (int run = 0; run < cells.Length; run++)
            {
                filled[run] |= cells[run] != (byte)CellStatus.NoResult;
            }
        }

        int[] kept = [.. Enumerable.Range(0, filled.Length).Where(run => filled[run])];
        if (kept.Length == 0 && filled.Length > 0)
        {
            kept = [0];
        }

        return kept.Length == filled.Length ? grid : grid.Select([.. Enumerable.Range(0, grid.Tests.Count)], kept);
    }

    private static (List<Regex> Include, List<Regex> Exclude) Parse(string baseOptions, string place)
    {
        List<Regex> include = [];
        List<Regex> exclude = [];
        foreach (string option in baseOptions.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = option.IndexOf('=', StringComparison.Ordinal);
            string key = Unescape(equals < 0 ? option : option[..equals], place);
            string value = Unescape(equals < 0 ? "" : option[(equals + 1)..], place);
            if (key is IncludeKey or ExcludeKey)
            {
                (key == IncludeKey ? include : exclude).Add(Compile(value, place));
            }
        }

        return (include, exclude);
    }

    // Linear time and no look-around, as RE2 has it.
    private static Regex Compile(string pattern, string place)
    {
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            StateErrors.BadFilter(pattern, place, e);
            throw;
        }
    }

    private static string Unescape(string text, string place)
    {
        for (int at = text.IndexOf('%', StringComparison.Ordinal); at >= 0; at = text.IndexOf('%', at + 1))
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            {
                StateErrors.BadFilter(text, place, null);
            }
        }

        return Uri.UnescapeDataString(text.Replace('+', ' '));
    }
}
