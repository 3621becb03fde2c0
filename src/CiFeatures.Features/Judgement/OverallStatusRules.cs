using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Judgement;

/// <summary>The overall status of a job (TestGrid's <c>overallStatus</c>).</summary>
public static class OverallStatusRules
{
    /// <summary>Gives the status; the first rule that fits decides: broken, stale, an open alert, too few runs, then the recent columns.</summary>
    /// <param name="rows">The rows after stale rows and methods are left out; of equal names the last one counts.</param>
    /// <param name="recent">How many recent columns with a verdict are looked at.</param>
    /// <param name="stale">The staleness text; empty = fresh.</param>
    /// <param name="broken">Whether a recent column is broken.</param>
    /// <param name="alerts">Whether any row has an alert.</param>
    /// <param name="metrics">The counts over the recent columns.</param>
    /// <param name="options">Status options and switches.</param>
    public static TabStatus Judge(
        IReadOnlyList<JudgedRow> rows, int recent, string stale, bool broken, bool alerts, GridMetrics metrics, StatusCustomization options)
    {
        if (broken)
        {
            return TabStatus.Broken;
        }

        if (stale.Length > 0)
        {
            return TabStatus.Stale;
        }

        if (alerts)
        {
            return TabStatus.Fail;
        }

        return options.AllowMinNumberOfRuns && options.MinAcceptableRuns > metrics.ValidColumns
            ? TabStatus.Pending
            : Walk(UniqueRows.ByName(rows), recent, metrics, options);
    }

    private static TabStatus Walk(IReadOnlyList<JudgedRow> rows, int recent, GridMetrics metrics, StatusCustomization options)
    {
        bool passing = false;

        // It outlives the column: a failure inside a running column counts against the next finished one.
        bool flaky = false;
        for (int c = 0; recent > 0; c++)
        {
            ColumnVerdict column = Look(rows, c, options.Effective);
            if (!column.HasData)
            {
                break;
            }

            flaky |= column.Flaky;
            if (column.Running)
            {
                continue;
            }

            if (column.Ignored)
            {
                recent--;
                flaky = false;
            }
            else if (flaky)
            {
                return IsAcceptable(metrics, options) ? TabStatus.Acceptable : TabStatus.Flaky;
            }
            else if (column.Passed)
            {
                passing = true;
                recent--;
            }
        }

        return passing ? TabStatus.Pass : TabStatus.Unknown;
    }

    private static ColumnVerdict Look(IReadOnlyList<JudgedRow> rows, int column, IgnoredStatuses ignored)
    {
        ColumnVerdict verdict = default;
        foreach (JudgedRow row in rows)
        {
            if (column >= row.Statuses.Length)
            {
                continue;
            }

            verdict.HasData = true;
            CellStatus raw = (CellStatus)row.Statuses.Span[column];
            if (raw == CellStatus.Running)
            {
                verdict.Running = true;
            }
            else if (StatusRules.IsIgnored(raw, ignored))
            {
                verdict.Ignored = true;
            }
            else
            {
                CellStatus status = StatusRules.Coalesce(raw, ignoreRunning: true);
                verdict.Passed |= status == CellStatus.Pass;
                verdict.Flaky |= status is not (CellStatus.Pass or CellStatus.NoResult);
            }
        }

        return verdict;
    }

    private static bool IsAcceptable(GridMetrics metrics, StatusCustomization options) =>
        options is { AllowFuzzyFlakiness: true, MaxAcceptableFlakinessPct: > 0 }
        && 100 * (float)metrics.PassingColumns / metrics.ValidColumns >= 100 - options.MaxAcceptableFlakinessPct;

    private struct ColumnVerdict
    {
        public bool HasData;
        public bool Running;
        public bool Ignored;
        public bool Flaky;
        public bool Passed;
    }
}
