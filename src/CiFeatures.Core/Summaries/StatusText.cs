using System.Globalization;
using System.Text.RegularExpressions;

namespace CiFeatures.Core.Summaries;

/// <summary>
/// The counts in a published status text, such as "Tab stats: 4 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells). 2 columns ignored".
/// Source: TestGrid's summarizer; answers of 2020 and 2021 lack the words "Tab stats: ".
/// </summary>
/// <param name="PassedColumns">Recent columns that passed.</param>
/// <param name="CompletedColumns">Recent columns with a result; 0 gives a ratio of NaN in the text.</param>
/// <param name="PassedCells">Cells of the recent columns that passed.</param>
/// <param name="FilledCells">Cells of the recent columns that have a result.</param>
/// <param name="IgnoredColumns">Columns that were ignored; 0 when the text does not mention any.</param>
public readonly partial record struct StatusText(int PassedColumns, int CompletedColumns, int PassedCells, int FilledCells, int IgnoredColumns)
{
    /// <summary>Reads the counts out of a status text. The percentages in it are not used; they are rounded.</summary>
    /// <param name="text">The text; null stands for an absent one.</param>
    /// <param name="counts">The counts, or zeros when there are none.</param>
    /// <returns>False for every other text, such as "no completed results", and when a count is beyond 2³¹ − 1.</returns>
    public static bool TryParse(string? text, out StatusText counts)
    {
        counts = default;
        Match match = Pattern().Match(text ?? "");
        if (!match.Success
            || !TryCount(match, 1, out int passedColumns) || !TryCount(match, 2, out int completedColumns)
            || !TryCount(match, 3, out int passedCells) || !TryCount(match, 4, out int filledCells)
            || !TryCount(match, 5, out int ignoredColumns))
        {
            return false;
        }

        counts = new(passedColumns, completedColumns, passedCells, filledCells, ignoredColumns);
        return true;
    }

    private static bool TryCount(Match match, int group, out int count)
    {
        count = 0;
        return !match.Groups[group].Success || int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out count);
    }

    [GeneratedRegex(
        @"^\s*(?:Tab stats: )?([0-9]+) of ([0-9]+) \((?:[0-9.]+|NaN)%\) recent columns passed \(([0-9]+) of ([0-9]+) or (?:[0-9.]+|NaN)% cells\)(?:\. ([0-9]+) columns? ignored)?",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
