using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.State;

/// <summary>Counts over the cells of a run, as TestGrid puts them into the states of tabs that have a broken-column threshold.</summary>
/// <param name="FailCount">Cells of the class fail.</param>
/// <param name="PassCount">Cells of the class pass.</param>
/// <param name="TotalCount">All filled cells; flaky, unknown and running ones are in no other count.</param>
/// <param name="Pending">Whether a cell is running.</param>
/// <param name="Broken">Whether the share of failing cells is above the threshold.</param>
public sealed record RunStats(int FailCount, int PassCount, int TotalCount, bool Pending, bool Broken)
{
    /// <summary>Counts the cells of a run.</summary>
    /// <param name="statuses">The status codes of the run's cells.</param>
    /// <param name="brokenThreshold">Share of failing cells above which the run is broken; 0 = the tab has no threshold.</param>
    /// <returns>Null when there is no threshold, for then the state has no counts.</returns>
    public static RunStats? Of(ReadOnlySpan<byte> statuses, float brokenThreshold)
    {
        if (brokenThreshold <= 0)
        {
            return null;
        }

        int fail = 0;
        int pass = 0;
        int total = 0;
        bool pending = false;
        foreach (byte code in statuses)
        {
            CellStatus status = (CellStatus)code;
            total += status == CellStatus.NoResult ? 0 : 1;
            pending |= status == CellStatus.Running;
            fail += CellStatuses.IsFailing(status) ? 1 : 0;
            pass += CellStatuses.IsPassing(status) ? 1 : 0;
        }

        return new(fail, pass, total, pending, total > 0 && (float)fail / total > brokenThreshold);
    }

    /// <summary>Counts the cells of a run of a grid.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="run">The run, 0 = newest.</param>
    /// <param name="brokenThreshold">Share of failing cells above which the run is broken; 0 = the tab has no threshold.</param>
    public static RunStats? Of(JobGrid grid, int run, float brokenThreshold)
    {
        byte[] statuses = new byte[grid.Tests.Count];
        for (int test = 0; test < statuses.Length; test++)
        {
            statuses[test] = (byte)grid[test, run];
        }

        return Of(statuses, brokenThreshold);
    }
}
