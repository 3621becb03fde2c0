using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>The newest run, and the newest run without a blemish.</summary>
public static class LatestRuns
{
    /// <summary>What TestGrid publishes where no run is green.</summary>
    public const string NoRecentGreens = "no recent greens";

    /// <summary>When the newest column started; null when there is none or its start is not known. Only the first column is looked at.</summary>
    /// <param name="columns">The columns, newest first.</param>
    public static Stamp? LatestRun(IReadOnlyList<JudgedColumn> columns) =>
        columns.Count > 0 && columns[0].StartedMs > 0 ? Stamp.FromMilliseconds(columns[0].StartedMs) : null;

    /// <summary>The newest column, over all columns, that has a pass and no failing, flaky or unknown cell; a running cell counts as unknown.</summary>
    /// <param name="columnCount">How many columns there are.</param>
    /// <param name="rows">The rows; of equal names the last one counts.</param>
    /// <returns>The column's index, or -1.</returns>
    public static int LatestGreenColumn(int columnCount, IReadOnlyList<JudgedRow> rows)
    {
        IReadOnlyList<JudgedRow> unique = UniqueRows.ByName(rows);
        for (int c = 0; c < columnCount; c++)
        {
            bool passed = false;
            bool blemished = false;
            for (int r = 0; r < unique.Count && !blemished; r++)
            {
                ReadOnlySpan<byte> statuses = unique[r].Statuses.Span;
                CellStatus status = c < statuses.Length
                    ? StatusRules.Coalesce((CellStatus)statuses[c], ignoreRunning: false)
                    : CellStatus.NoResult;
                passed |= status == CellStatus.Pass;
                blemished = status is not (CellStatus.Pass or CellStatus.NoResult);
            }

            if (passed && !blemished)
            {
                return c;
            }
        }

        return -1;
    }

    /// <summary>The build of the newest green column, or <see cref="NoRecentGreens"/>.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="useFirstExtra">Whether the first custom header is given where there is one, instead of the build.</param>
    public static string LatestGreen(JudgedGrid grid, bool useFirstExtra)
    {
        int column = LatestGreenColumn(grid.Columns.Count, grid.Rows);
        return column < 0 ? NoRecentGreens : AlertRules.BuildId(grid.Columns[column], useFirstExtra);
    }
}
