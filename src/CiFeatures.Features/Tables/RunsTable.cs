using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;
using CiFeatures.Features.Grid;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>runs</c>: one row for every column of every grid.</summary>
internal static class RunsTable
{
    public static FeatureTableDefinition<RunContext> Define(bool withSnapshot)
    {
        FeatureColumns<RunContext> columns = KeyColumns.Begin<RunContext>(withSnapshot, c => c.Job.Snapshot, c => c.Job.Key.Dashboard)
            .Text("job", "The job's published name (TestGrid's tab)", c => c.Job.Key.Job)
            .Count("run_index", "index", "The column, 0 = newest", c => c.Index)
            .Text("build", "The build id as published; text, since ids have up to 19 digits and need not be numbers", c => c.Grid.Grid.Runs.Builds[c.Index])
            .Time("run_time", "Start of the run", c => c.Grid.TimeMs(c.Index), "when the answer has 0 there")
            .Count("tests", "tests", "Rows of the grid", c => c.Grid.Tests.Length)
            .Count("filled", "tests", "Tests with a cell that is not blank", c => (int)c.Counts.Filled)
            .Count("passed", "tests", "Tests with a passing code", c => (int)c.Counts.Pass)
            .Count("failed", "tests", "Tests with a failing code", c => (int)c.Counts.Fail)
            .Count("flaky", "tests", "Tests that passed and failed within the run", c => (int)c.Counts.Flaky)
            .Count("unknown", "tests", "Tests aborted, cancelled, blocked or unknown", c => (int)c.Counts.Unknown)
            .Count("running", "tests", "Tests that have not finished", c => (int)c.Counts.Running)
            .Count("decided", "tests", "Tests with an outcome: the denominator of the ratios", c => (int)c.Counts.Decided, "", "", "passed + failed + flaky")
            .Number("pass_ratio", "ratio", "Passed over decided", c => c.Counts.PassRatio, "when no test has an outcome", "", "passed / decided")
            .Number("fail_ratio", "ratio", "Failed over decided", c => c.Counts.FailRatio, "when no test has an outcome", "", "failed / decided")
            .Number("filled_ratio", "ratio", "Filled over tests", c => StatusCounts.Ratio(c.Counts.Filled, c.Counts.Cells), "when the grid has no tests", "", "filled / tests")
            .Code("overall_code", "Status code of the Overall row; 0 = the row is blank in this run", c => (sbyte?)c.Grid.Overall.Status(c.Index), "when the grid has no Overall row", "rows \"Overall\" and \"<job>.Overall\", the newer name first")
            .Number("duration_minutes", "min", "Duration of the build from the Overall row", c => c.Grid.Overall.DurationMinutes(c.Index), "when the answer has none")
            .Number("seconds_since_previous_run", "s", "From the start of the next older run to the start of this one", c => SincePrevious(c), "for the oldest run or when a time is not known")
            .Count("broken_tests", "tests", "Tests that fail here and passed in their nearest older result", c => c.Changes.BrokenTests[c.Index])
            .Count("fixed_tests", "tests", "Tests that pass here and failed in their nearest older result", c => c.Changes.FixedTests[c.Index])
            .Count("failing_before", "tests", "Tests with an outcome here that failed in their nearest older result: the denominator of fixed_ratio", c => c.Changes.FailingBefore[c.Index])
            .Number("fixed_ratio", "ratio", "Share of formerly failing tests that pass here", c => StatusCounts.Ratio(c.Changes.FixedTests[c.Index], c.Changes.FailingBefore[c.Index]), "when no test failed before", "AI4CI pct_fixed_each_ts, within one grid", "fixed_tests / failing_before")
            .Text("headers", "Custom header values as name=value, joined by \"; \"", c => Headers(c), "when the grid has no custom headers");
        return new FeatureTableDefinition<RunContext>("runs", "dashboard, job, run", columns.All);
    }

    private static double? SincePrevious(RunContext context) =>
        context.Index + 1 >= context.Grid.Runs.Length ? null : (context.Grid.TimeMs(context.Index) - context.Grid.TimeMs(context.Index + 1)) / 1000.0;

    private static string? Headers(RunContext context)
    {
        Core.Grids.RunAxis runs = context.Grid.Grid.Runs;
        return runs.HeaderNames.Count == 0
            ? null
            : string.Join("; ", runs.HeaderNames.Select((name, header) => $"{name}={runs.Headers[header][context.Index]}"));
    }
}
