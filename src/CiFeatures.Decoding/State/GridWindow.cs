using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.State;

/// <summary>Cuts a grid to a window of time as TestGrid does when it inflates one.</summary>
public static class GridWindow
{
    /// <summary>Keeps the runs that started in a window.</summary>
    /// <param name="grid">The grid; its runs may be in any order.</param>
    /// <param name="earliest">Runs before it are dropped, but the first of them stays when no run was kept before it; null = none is too old.</param>
    /// <param name="latest">Runs after it are dropped; compared in whole seconds, as TestGrid does.</param>
    /// <returns>The same grid when all runs stay. Rows stay, even those without a cell left.</returns>
    public static JobGrid Apply(JobGrid grid, DateTimeOffset? earliest, DateTimeOffset latest)
    {
        long last = latest.ToUnixTimeSeconds();
        long first = earliest?.ToUnixTimeSeconds() ?? long.MinValue;
        List<int> kept = [];
        for (int run = 0; run < grid.Runs.Count; run++)
        {
            long seconds = grid.Runs.TimesMs[run] / 1000;
            if (seconds <= last && (seconds >= first || kept.Count == 0))
            {
                kept.Add(run);
            }
        }

        return kept.Count == grid.Runs.Count ? grid : grid.Select([.. Enumerable.Range(0, grid.Tests.Count)], kept);
    }
}
