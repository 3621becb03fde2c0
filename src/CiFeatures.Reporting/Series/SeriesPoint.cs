using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Series;

/// <summary>One run of the test.</summary>
/// <param name="Run">The published index of the run, 0 = newest.</param>
/// <param name="TimeMs">When it started, milliseconds since 1970 UTC.</param>
/// <param name="Status">The status code.</param>
/// <param name="Minutes">How long it took; null when absent or not usable.</param>
internal readonly record struct SeriesPoint(int Run, long TimeMs, CellStatus Status, double? Minutes)
{
    public StatusClass Class => CellStatuses.Class(Status);
}
