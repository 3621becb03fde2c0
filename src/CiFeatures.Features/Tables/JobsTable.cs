using CiFeatures.Core.Grids;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>jobs</c>: one row for every job that is in a summary or has a table answer.</summary>
internal static partial class JobsTable
{
    private const string NoTable = "when the job has no readable table answer";
    private const string NoSummary = "when no summary lists the job";

    public static FeatureTableDefinition<JobContext> Define(bool withSnapshot)
    {
        FeatureColumns<JobContext> columns = KeyColumns.Begin<JobContext>(withSnapshot, c => c.Snapshot, c => c.Key.Dashboard)
            .Text("job", "The job's published name (TestGrid's tab)", c => c.Key.Job)
            .Flag("has_table", "Whether the snapshot has a readable table answer for the job", c => c.Grid is not null)
            .Flag("has_summary", "Whether a summary lists the job", c => c.Summary is not null)
            .Count("tests", "tests", "Rows of the grid", c => c.Grid?.Tests.Length, NoTable)
            .Count("runs", "runs", "Columns of the grid", c => c.Grid?.Runs.Length, NoTable)
            .Count("stale_tests", "tests", "Tests without a result in the recent columns", c => c.Grid?.Judgement.StaleTests, NoTable, "TestGrid recentRows: the first run-length pair is NO_RESULT and at least as long as the recent window")
            .Count("published_stale_tests", "tests", "Tests without a result in the recent columns, as the table answer counts them", c => PublishedStale(c), NoTable + " or the answer does not say")
            .Flag("truncated", "Whether the service cut the grid because it was too large; the marks that it leaves are in no count", c => c.Grid is null ? null : c.Grid.Grid.Info.Truncations.Count > 0, NoTable, "TestGrid updater: grids beyond the size limit lose their oldest runs, or all rows but one that says so");
        Cells(columns);
        Tests(columns);
        Builds(columns);
        Judgement(columns);
        Published(columns);
        return new FeatureTableDefinition<JobContext>("jobs", "dashboard, job", columns);
    }

    private static void Cells(FeatureColumns<JobContext> columns) => columns
        .LongCount("cells", "cells", "Cells of the grid, blank ones included", c => c.Grid?.Counts.Cells, NoTable, "", "tests · runs")
        .LongCount("cells_no_result", "cells", "Blank cells (code 0)", c => c.Grid?.Counts.NoResult, NoTable)
        .LongCount("cells_pass", "cells", "Cells with a passing code (1, 2, 3, 15)", c => c.Grid?.Counts.Pass, NoTable)
        .LongCount("cells_fail", "cells", "Cells with a failing code (9, 10, 11, 12, 14)", c => c.Grid?.Counts.Fail, NoTable)
        .LongCount("cells_flaky", "cells", "Cells that passed and failed within one run (code 13)", c => c.Grid?.Counts.Flaky, NoTable)
        .LongCount("cells_unknown", "cells", "Cells aborted, cancelled, blocked or unknown (5, 6, 7, 8)", c => c.Grid?.Counts.Unknown, NoTable)
        .LongCount("cells_running", "cells", "Cells of unfinished runs (code 4)", c => c.Grid?.Counts.Running, NoTable)
        .LongCount("cells_decided", "cells", "Cells with an outcome: the denominator of the ratios", c => c.Grid?.Counts.Decided, NoTable, "", "cells_pass + cells_fail + cells_flaky")
        .Number("pass_ratio", "ratio", "Passing cells over cells with an outcome", c => c.Grid?.Counts.PassRatio, NoTable + " or no cell has an outcome", "", "cells_pass / cells_decided")
        .Number("fail_ratio", "ratio", "Failing cells over cells with an outcome", c => c.Grid?.Counts.FailRatio, NoTable + " or no cell has an outcome", "", "cells_fail / cells_decided")
        .Number("flaky_ratio", "ratio", "Flaky cells over cells with an outcome", c => c.Grid?.Counts.FlakyRatio, NoTable + " or no cell has an outcome", "", "cells_flaky / cells_decided")
        .Number("filled_ratio", "ratio", "Cells that are not blank over all cells", c => c.Grid is null ? null : Ratio.Of(c.Grid.Counts.Filled, c.Grid.Counts.Cells), NoTable + " or the grid is empty", "", "1 − cells_no_result / cells");

    private static void Judgement(FeatureColumns<JobContext> columns) => columns
        .Count("recent_columns_passed", "columns", "Recent columns passed, recomputed", c => c.Grid?.Judgement.Metrics.PassingColumns, NoTable, "TestGrid gridMetrics")
        .Count("recent_columns_completed", "columns", "Recent columns with a result, recomputed", c => c.Grid?.Judgement.Metrics.CompletedColumns, NoTable, "TestGrid gridMetrics")
        .Number("recent_columns_passed_pct", "%", "Share of recent columns passed, recomputed", c => c.Grid is null ? null : Ratio.Percent(c.Grid.Judgement.Metrics.PassingColumns, c.Grid.Judgement.Metrics.CompletedColumns), NoTable + " or no recent column is completed", "TestGrid gridMetrics", "100 · recent_columns_passed / recent_columns_completed")
        .Count("recent_cells_passed", "cells", "Cells passed in recent columns, recomputed", c => c.Grid?.Judgement.Metrics.PassingCells, NoTable, "TestGrid gridMetrics")
        .Count("recent_cells_filled", "cells", "Cells filled in recent columns, recomputed", c => c.Grid?.Judgement.Metrics.FilledCells, NoTable, "TestGrid gridMetrics")
        .Text("overall_status", "The job's status, recomputed: PASSING, FLAKY, FAILING, STALE …; an empty text when it cannot be known, as the service writes it", c => c.Grid?.Judgement.OverallStatusName, NoTable, "TestGrid overallStatus")
        .Text("status_text", "The status text, recomputed", c => c.Grid?.Judgement.StatusText, NoTable, "TestGrid statusMessage")
        .Text("latest_green", "The newest run in which everything passed, recomputed", c => c.Grid?.Judgement.LatestGreen, NoTable, "TestGrid latestGreen")
        .Count("recomputed_alerts", "alerts", "Tests with an alert that are not stale, recomputed: what a summary would list", c => c.Grid?.Judgement.OpenAlerts, NoTable, "TestGrid alertRow and recentRows")
        .Count("recomputed_table_alerts", "alerts", "Tests with an alert, stale ones included, recomputed: what a table answer would have", c => c.Grid?.Judgement.Alerts.Count(a => a is not null), NoTable, "TestGrid alertRow")
        .Count("table_alerts", "alerts", "Tests with an alert in the table answer", c => c.Grid?.Grid.Tests.Count(t => t.Alert is not null), NoTable);

    private static void Published(FeatureColumns<JobContext> columns) => columns
        .Text("published_overall_status", "The published status; an empty text is kept as such", c => c.Summary?.OverallStatus.ValueOrDefault(), NoSummary + " or it does not say")
        .Text("published_status_text", "The published status text", c => c.Summary?.StatusText.ValueOrDefault(), NoSummary + " or it does not say")
        .Count("published_columns_passed", "columns", "Recent columns passed, from the published text", c => c.PublishedText?.PassedColumns, "when there is no published text with figures")
        .Count("published_columns_completed", "columns", "Recent columns completed, from the published text", c => c.PublishedText?.CompletedColumns, "when there is no published text with figures")
        .LongCount("published_cells_passed", "cells", "Cells passed, from the published text", c => c.PublishedText?.PassedCells, "when there is no published text with figures")
        .LongCount("published_cells_filled", "cells", "Cells filled, from the published text", c => c.PublishedText?.FilledCells, "when there is no published text with figures")
        .Text("published_latest_green", "The published newest green build", c => c.Summary?.LatestGreen.ValueOrDefault(), NoSummary + " or it does not say")
        .Count("alerts", "alerts", "Alerts that the summary lists for the job", c => c.Summary?.Alerts.Count, NoSummary)
        .Time("first_run_time", "Start of the oldest run of the grid", c => c.Grid?.OldestTimeMs, NoTable + " or no run has a time")
        .Time("last_run_time", "Start of the newest run of the grid", c => c.Grid?.NewestTimeMs, NoTable + " or no run has a time")
        .Count("timed_runs", "runs", "Runs whose start is known", c => c.Grid is { } grid ? TimedRuns(grid) : null, NoTable)
        .Number("runs_per_day", "1/d", "Runs per day between the oldest and the newest run", c => RunsPerDay(c.Grid), NoTable + " or fewer than two runs have different times", "", "(timed_runs − 1) / days from first_run_time to last_run_time")
        .Time("published_last_run_time", "Start of the newest run as published", c => c.Summary?.LastRunTimeMs, NoSummary + " or there was no run")
        .Time("published_last_update_time", "When the service made the summary", c => c.Summary?.LastUpdateTimeMs, NoSummary + " or it does not say");

    private static int? PublishedStale(JobContext context) =>
        context.Grid?.Grid.Info.StaleTestCount is { HasValue: true } count ? count.ValueOrDefault() : null;

    private static double? RunsPerDay(GridFacts? grid)
    {
        if (grid is not { NewestTimeMs: { } newest, OldestTimeMs: { } oldest } || newest == oldest)
        {
            return null;
        }

        return (TimedRuns(grid) - 1) / ((newest - oldest) / 86_400_000.0);
    }

    private static int TimedRuns(GridFacts grid) => grid.Grid.Runs.Count - grid.Grid.Runs.TimesMs.Count(0L);
}
