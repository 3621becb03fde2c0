using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>Times of runs for the naive computations; 0 = not known, which is null.</summary>
internal static class NaiveTimes
{
    public static object? At(JobGrid grid, int? run) => run is null or < 0 ? null : grid.Runs.Time(run.Value)?.ToUnixTimeMilliseconds();

    public static double? BeforeNewest(JobGrid grid, int run) => Between(grid, run < 0 ? null : run, null);

    /// <summary>The seconds from a run to another one, null = the newest time of the grid.</summary>
    public static double? Between(JobGrid grid, int? from, int? to)
    {
        DateTimeOffset? end = to is { } run ? grid.Runs.Time(run) : Enumerable.Range(0, grid.Runs.Count).Max(grid.Runs.Time);
        return from is { } start && start >= 0 ? (end - grid.Runs.Time(start))?.TotalSeconds : null;
    }
}
