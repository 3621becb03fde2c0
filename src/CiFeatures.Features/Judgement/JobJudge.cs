using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Judgement;

/// <summary>Judges the grid of a job as TestGrid would.</summary>
public static class JobJudge
{
    /// <summary>Judges a job.</summary>
    /// <remarks>
    /// The result does not depend on the order of the rows as long as their names differ; of rows with equal names the last one counts,
    /// as in TestGrid. The grid's statuses are read in place.
    /// </remarks>
    /// <param name="grid">The decoded grid.</param>
    /// <param name="options">Windows and thresholds.</param>
    /// <exception cref="CiFeatures.Core.Errors.CiFeaturesException">CIF1302: an option is out of range.</exception>
    public static JobJudgement Judge(JobGrid grid, JudgementOptions options)
    {
        int recent = Recent(grid, options);
        JudgedGrid all = JudgedGrid.From(grid);
        bool[] stale = new bool[all.Rows.Count];
        AlertInfo?[] alerts = new AlertInfo?[all.Rows.Count];
        List<JudgedRow> rows = new(all.Rows.Count);
        for (int r = 0; r < all.Rows.Count; r++)
        {
            JudgedRow row = all.Rows[r];
            stale[r] = RecentWindow.IsStale(row, recent);
            alerts[r] = AlertRules.AlertRow(all.Columns, row, options.Alerts);
            if (!stale[r] && !RecentWindow.IsMethod(row) && (options.Rows?.Keeps(row.Name) ?? true))
            {
                rows.Add(alerts[r] is null ? row : row with { Alert = alerts[r] });
            }
        }

        JudgedGrid judged = all with { Rows = rows };
        Stamp? ran = LatestRuns.LatestRun(all.Columns);
        string staleText = StaleText(ran?.ToDateTimeOffset(), rows.Count, options);
        int open = rows.Count(row => row.Alert is not null);
        (GridMetrics metrics, bool broken) = GridMetricsRules.Measure(all.Columns.Count, rows, recent, options.BrokenColumnThreshold, options.Status);
        TabStatus status = OverallStatusRules.Judge(rows, recent, staleText, broken, open > 0, metrics, options.Status);
        int green = LatestRuns.LatestGreenColumn(judged.Columns.Count, rows);
        return new JobJudgement
        {
            Key = grid.Key,
            RecentColumns = recent,
            Metrics = metrics,
            Broken = broken,
            StaleRows = stale,
            StaleTests = stale.Count(isStale => isStale),
            OverallStatus = status,
            StaleAlert = staleText,
            StatusText = StatusText.Write(metrics, status, options.Status.MaxAcceptableFlakinessPct, withPrefix: false),
            StatusTextWithPrefix = StatusText.Write(metrics, status, options.Status.MaxAcceptableFlakinessPct, withPrefix: true),
            LatestGreenRun = green < 0 ? null : green,
            LatestGreen = green < 0 ? LatestRuns.NoRecentGreens : AlertRules.BuildId(all.Columns[green], options.Alerts.UseCommitAsBuildId),
            LatestRun = ran?.ToDateTimeOffset(),
            Alerts = alerts,
            OpenAlerts = open,
        };
    }

    /// <summary>The number of recent columns: the option, else the answer's, else the default.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="options">The options.</param>
    public static int Recent(JobGrid grid, JudgementOptions options)
    {
        if (options.RecentColumns is { } asked)
        {
            if (asked <= 0)
            {
                FeatureErrors.ThrowOptionOutOfRange(nameof(options.RecentColumns), asked.ToString(CultureInfo.InvariantCulture), "1 or more");
            }

            return asked;
        }

        return StaleRule.RecentRuns(grid.Info);
    }

    private static string StaleText(DateTimeOffset? ran, int rows, JudgementOptions options)
    {
        if (options.StaleAfter == TimeSpan.Zero)
        {
            return "";
        }

        if (options.Now is not { } now)
        {
            FeatureErrors.ThrowOptionOutOfRange(nameof(options.Now), "absent", "a moment, since StaleAfter is set");
            return "";
        }

        return Staleness.StaleAlert(now, options.Modified ?? ran ?? now, ran, options.StaleAfter, rows);
    }
}
