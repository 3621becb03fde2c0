using CiFeatures.Core.Errors;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Flakiness;

namespace CiFeatures.Features.Judgement;

/// <summary>Summarises a job from its stored state, end to end (TestGrid's <c>updateTab</c>).</summary>
public static class TabUpdate
{
    /// <summary>Reads the state and judges it. Flakiness looks at all rows, everything else at rows that are neither stale nor methods.</summary>
    /// <param name="tab">The job's settings.</param>
    /// <param name="readState">Reads the job's state.</param>
    /// <param name="time">The clock that staleness and the flakiness windows are measured by.</param>
    /// <exception cref="CiFeaturesException">CIF1301: the state could not be read.</exception>
    public static TabSummary Summarize(TabSettings tab, Func<TabState> readState, TimeProvider time)
    {
        TabState state = Read(tab.Name, readState);
        DateTimeOffset now = time.GetUtcNow();
        Healthiness? healthiness = tab.AnalyseHealth ? HealthWindow.ForInterval(state.Grid, now, HealthWindow.DaysOrDefault(tab.HealthDays)) : null;

        int recent = RecentWindow.RecentColumns(tab.RecentColumns, tab.GroupRecentColumns);
        JudgedGrid grid = state.Grid with { Rows = RecentWindow.FilterMethods(RecentWindow.RecentRows(state.Grid.Rows, recent)) };
        Stamp? ran = LatestRuns.LatestRun(grid.Columns);
        string alert = Staleness.StaleAlert(now, state.Modified, ran?.ToDateTimeOffset(), Staleness.StaleAfter(tab.StaleResultsHours), grid.Rows.Count);
        IReadOnlyList<FailingTestSummary> failing = FailingTests.Summarize(grid.Rows);
        (GridMetrics metrics, bool broken) = GridMetricsRules.Measure(grid.Columns.Count, grid.Rows, recent, tab.BrokenColumnThreshold, tab.Status);
        TabStatus status = OverallStatusRules.Judge(grid.Rows, recent, alert, broken, failing.Count > 0, metrics, tab.Status);
        return new TabSummary
        {
            Name = tab.Name,
            Alert = alert,
            FailingTests = failing,
            LastUpdateSeconds = state.Modified?.ToUnixTimeSeconds() ?? 0,
            LastRunSeconds = ran?.Seconds ?? 0,
            Status = StatusText.Write(metrics, status, tab.Status.MaxAcceptableFlakinessPct, withPrefix: true),
            OverallStatus = status,
            LatestGreen = LatestRuns.LatestGreen(grid, tab.UseCommitAsBuildId),
            BugUrl = tab.BugUrl,
            Healthiness = healthiness,
            LinkedIssues = FailingTests.AllLinkedIssues(grid.Rows),
            Metrics = metrics,
        };
    }

    private static TabState Read(string tab, Func<TabState> readState)
    {
        try
        {
            return readState();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or CiFeaturesException)
        {
            FeatureErrors.ThrowStateUnreadable(tab, e);
            throw;
        }
    }
}
