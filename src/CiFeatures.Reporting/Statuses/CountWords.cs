using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Statuses;

/// <summary>Counts of cells as text.</summary>
internal static class CountWords
{
    /// <summary>The classes that occur, with their counts: "142 pass, 3 fail".</summary>
    public static string InWords(this StatusCounts counts) =>
        string.Join(", ", StatusPalette.Order.Where(s => counts[s] > 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{counts[s]:N0} {StatusPalette.Name(s)}")));
}
