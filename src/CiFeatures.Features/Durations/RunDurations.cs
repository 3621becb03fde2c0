using CiFeatures.Core.Grids;
using CiFeatures.Features.Grid;

namespace CiFeatures.Features.Durations;

/// <summary>Statistics of the tests' durations within each run; the build's own row (Overall) is left out.</summary>
internal static class RunDurations
{
    /// <summary>Gives one entry for each run; trends are null, since all is at one time.</summary>
    public static DurationStatistics[] Of(JobGrid grid)
    {
        float[][] rows = [.. grid.Tests.Where(t => t.DurationMinutes is not null && !OverallRow.IsOverall(t.Name)).Select(t => t.DurationMinutes!)];
        var statistics = new DurationStatistics[grid.Runs.Count];
        if (rows.Length == 0)
        {
            return statistics;
        }

        var minutes = new float[rows.Length];
        long[] noTimes = new long[rows.Length];
        for (int run = 0; run < statistics.Length; run++)
        {
            for (int row = 0; row < rows.Length; row++)
            {
                minutes[row] = run < rows[row].Length ? rows[row][run] : float.NaN;
            }

            statistics[run] = DurationStatistics.Of(minutes, noTimes);
        }

        return statistics;
    }
}
