using CiFeatures.Core.Grids;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>runs</c>: one row for every column of every grid.</summary>
internal static class RunsTable
{
    private const string NoDuration = "when no test has a duration in this run";

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
            .Number("filled_ratio", "ratio", "Filled over tests", c => Ratio.Of(c.Counts.Filled, c.Counts.Cells), "when the grid has no tests", "", "filled / tests")
            .Code("overall_code", "Status code of the Overall row; 0 = the row is blank in this run", c => (sbyte?)c.Grid.Build?.Row.Status(c.Index), "when the grid has no Overall row", "rows \"Overall\" and \"<job>.Overall\", the newer name first")
            .Number("duration_minutes", "min", "Duration of the build from the Overall row that gives the code", c => c.Grid.Build?.Row.DurationMinutes(c.Index), "when the answer has none or the grid has no Overall row")
            .Count("build_fail_streak", "runs", "Failing builds in a row up to this one; blank, running and unknown ones are passed over, a pass or flaky one ends it", c => c.Grid.Build?.FailStreak(c.Index), "when the grid has no Overall row")
            .Number("seconds_since_passing_build", "s", "From the newest run with a passing Overall row that is not newer than this one to this run; 0 = this build passed", c => SincePass(c), "when no such build passed, a time is not known or the grid has no Overall row")
            .Count("test_duration_count", "tests", "Tests, Overall left out, with a duration in this run: the denominator of the test durations", c => c.Durations.Count)
            .Number("test_duration_minutes_mean", "min", "Mean duration of the tests in this run", c => c.Durations.MeanMinutes, NoDuration)
            .Number("test_duration_minutes_median", "min", "Median duration of the tests in this run", c => c.Durations.MedianMinutes, NoDuration)
            .Number("test_duration_minutes_p90", "min", "90 % quantile of the durations of the tests in this run", c => c.Durations.P90Minutes, NoDuration, "", "linear interpolation")
            .Number("test_duration_minutes_p99", "min", "99 % quantile of the durations of the tests in this run", c => c.Durations.P99Minutes, NoDuration, "", "linear interpolation")
            .Number("seconds_since_previous_run", "s", "From the start of the next older column to the start of this one; negative where the answer's columns are not newest first (issue CIF1137)", c => SincePrevious(c), "for the oldest run or when a time is not known")
            .Count("broken_tests", "tests", "Tests that fail here and passed in their nearest older result", c => c.Grid.Changes.BrokenTests[c.Index])
            .Count("fixed_tests", "tests", "Tests that pass here and failed in their nearest older result", c => c.Grid.Changes.FixedTests[c.Index])
            .Count("failing_before", "tests", "Tests with an outcome here that failed in their nearest older result: the denominator of fixed_ratio", c => c.Grid.Changes.FailingBefore[c.Index])
            .Number("fixed_ratio", "ratio", "Share of formerly failing tests that pass here", c => Ratio.Of(c.Grid.Changes.FixedTests[c.Index], c.Grid.Changes.FailingBefore[c.Index]), "when no test failed before", "AI4CI pct_fixed_each_ts, within one grid", "fixed_tests / failing_before")
            .Count("persistent_fail_tests", "tests", "Tests that fail here for at least the third result in a row, so that an alert could be open", c => c.Grid.Changes.PersistentFails[c.Index], "", "TestGrid's default of three failures to open an alert")
            .Text("headers", "Custom header values as name=value, joined by \"; \"", c => Headers(c), "when the grid has no custom headers");
        return new FeatureTableDefinition<RunContext>("runs", "dashboard, job, run", columns);
    }

    private static double? SincePass(RunContext context) =>
        context.Grid.Build is { } build
            ? (context.Grid.TimeMs(context.Index) - context.Grid.TimeMs(build.NewestPassUpTo(context.Index))) / 1000.0
            : null;

    private static double? SincePrevious(RunContext context) =>
        context.Index + 1 >= context.Grid.Runs.Length ? null : (context.Grid.TimeMs(context.Index) - context.Grid.TimeMs(context.Index + 1)) / 1000.0;

    private static string? Headers(RunContext context)
    {
        RunAxis runs = context.Grid.Grid.Runs;
        return runs.HeaderNames.Count == 0
            ? null
            : string.Join("; ", runs.HeaderNames.Select((name, header) => $"{name}={runs.Headers[header][context.Index]}"));
    }
}
