using CiFeatures.Core.Grids;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>dashboards</c>: the nine summary features and their denominators, from the summary answer.</summary>
internal static class DashboardsTable
{
    private const string Notebook = "AI4CI TestGrid notebook, possible features";
    private const string NoSummary = "when the snapshot has no readable summary of the dashboard";
    private const string NoJob = "when the summary lists no job, or the snapshot has no readable summary of the dashboard";
    private const string NoColumn = "when no column is completed or there is no readable summary";
    private const string NoCell = "when no cell is filled or there is no readable summary";

    public static FeatureTableDefinition<DashboardContext> Define(bool withSnapshot)
    {
        FeatureColumns<DashboardContext> columns = KeyColumns.Begin<DashboardContext>(withSnapshot, c => c.Snapshot, c => c.Dashboard)
            .Flag("has_summary", "Whether the snapshot has a readable summary of the dashboard", c => c.Totals is not null)
            .Count("jobs", "jobs", "Jobs that the summary lists: the denominator of the shares of jobs", c => c.Totals?.Jobs, NoSummary);
        Status(columns, "passing", "PASSING");
        Status(columns, "flaky", "FLAKY");
        Status(columns, "failing", "FAILING");
        Status(columns, "stale", "STALE");
        Status(columns, "empty_status", "");
        columns
            .Count("jobs_with_figures", "jobs", "Jobs whose status text has figures", c => c.Totals?.JobsWithFigures, NoSummary)
            .Count("jobs_with_columns", "jobs", "Jobs whose text counts a completed column: the denominator of recent_columns_passed_pct_mean", c => c.Totals?.JobsWithColumns, NoSummary)
            .Count("jobs_with_cells", "jobs", "Jobs whose text counts a filled cell: the denominator of cells_passed_pct_mean", c => c.Totals?.JobsWithCells, NoSummary)
            .LongCount("recent_columns_passed", "columns", "Recent columns passed, summed over the status texts", c => c.Totals?.ColumnsPassed, NoSummary)
            .LongCount("recent_columns_completed", "columns", "Recent columns completed, summed over the status texts", c => c.Totals?.ColumnsCompleted, NoSummary)
            .Number("recent_columns_passed_pct", "%", "Share of recent columns passed, pooled over the jobs", c => c.Totals is { } t ? Ratio.Percent(t.ColumnsPassed, t.ColumnsCompleted) : null, NoColumn, Notebook, "100 · recent_columns_passed / recent_columns_completed")
            .Number("recent_columns_passed_pct_mean", "%", "Share of recent columns passed, as plain mean over the jobs with completed columns", c => c.Totals?.ColumnsPassedPctMean, NoColumn, Notebook, "mean over jobs of 100 · passed / completed")
            .LongCount("cells_passed", "cells", "Cells passed in recent columns, summed over the status texts", c => c.Totals?.CellsPassed, NoSummary)
            .LongCount("cells_filled", "cells", "Cells filled in recent columns, summed over the status texts", c => c.Totals?.CellsFilled, NoSummary)
            .Number("cells_passed_pct", "%", "Share of cells passed in recent columns, pooled over the jobs", c => c.Totals is { } t ? Ratio.Percent(t.CellsPassed, t.CellsFilled) : null, NoCell, Notebook, "100 · cells_passed / cells_filled")
            .Number("cells_passed_pct_mean", "%", "Share of cells passed, as plain mean over the jobs with filled cells", c => c.Totals?.CellsPassedPctMean, NoCell, Notebook, "mean over jobs of 100 · passed / filled")
            .Count("alerts", "alerts", "Alerts that the summary lists", c => c.Totals?.Alerts, NoSummary)
            .Number("alerts_per_job_mean", "alerts", "Mean number of alerts of a job", c => c.Totals is { } t ? Ratio.Of(t.Alerts, t.Jobs) : null, NoJob, Notebook, "alerts / jobs")
            .Count("alerts_with_fail_count", "alerts", "Alerts whose fail count is published: the denominator of alert_fail_count_mean", c => c.Totals?.AlertsWithFailCount, NoSummary)
            .Number("alert_fail_count_mean", "cells", "Mean fail count of the alerts that have one", c => c.Totals?.FailCountMean, "when no alert has a fail count or there is no readable summary", Notebook, "mean of fail_count over alerts_with_fail_count alerts")
            .Count("alerts_with_pass", "alerts", "Alerts that passed before: the denominator of fail_to_pass_seconds_mean", c => c.Totals?.AlertsWithPass, NoSummary)
            .Number("fail_to_pass_seconds_mean", "s", "Mean time from the last pass to the first fail of the alerts that passed before", c => c.Totals?.FailToPassSecondsMean, "when no alert passed before or there is no readable summary", Notebook, "mean of (first fail − last pass); alerts whose pass time is 0 are left out");
        return new FeatureTableDefinition<DashboardContext>("dashboards", "dashboard", columns);
    }

    private static void Status(FeatureColumns<DashboardContext> columns, string name, string status)
    {
        string shown = status.Length == 0 ? "empty or missing" : status;
        columns
            .Count(name + "_jobs", "jobs", $"Listed jobs whose published overall status is {shown}", c => c.Totals?.WithStatus(status), NoSummary)
            .Number(name + "_pct", "%", $"Share of listed jobs whose published overall status is {shown}", c => c.Totals?.StatusPct(status), NoJob, Notebook, $"100 · {name}_jobs / jobs");
    }
}
