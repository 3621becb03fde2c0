using CiFeatures.Core.Grids;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;
using CiFeatures.Features.Grid;

namespace CiFeatures.Features.Tables;

/// <summary>The table <c>tests</c>: one row for every row of every grid.</summary>
internal static class TestsTable
{
    private const string NoOutcome = "when no cell has an outcome";
    private const string NoRecomputed = "when there is no recomputed alert";
    private const string NoDuration = "when no run has a duration";

    public static FeatureTableDefinition<TestContext> Define(bool withSnapshot)
    {
        FeatureColumns<TestContext> columns = KeyColumns.Begin<TestContext>(withSnapshot, c => c.Job.Snapshot, c => c.Job.Key.Dashboard)
            .Text("job", "The job's published name (TestGrid's tab)", c => c.Job.Key.Job)
            .Text("test", "The row's name as published, outer and double blanks kept; an answer that repeats a name (issue CIF1125) gives one row for each", c => c.Row.Name)
            .Text("suite", "What stands before the first dot of the name when it has no blank", c => TestNames.Suite(c.Row.Name), "when the name has no such part")
            .Text("sig", "The first [sig-…] tag of the name, such as sig-storage", c => TestNames.Sig(c.Row.Name), "when the name has no such tag")
            .Flag("is_overall", "Whether the row is the build's own verdict (Overall)", c => OverallRow.IsOverall(c.Row.Name))
            .Flag("is_stale", "Whether the row has no result in the recent columns", c => c.Grid.Judgement.StaleRows[c.Index], "", "TestGrid recentRows", "runs_since_last_result ≥ recent columns, or the grid has no columns");
        Counts(columns);
        Streaks(columns);
        Times(columns);
        Durations(columns);
        Alerts(columns);
        return new FeatureTableDefinition<TestContext>("tests", "dashboard, job, test", columns);
    }

    private static void Counts(FeatureColumns<TestContext> columns) => columns
        .Count("runs", "runs", "Columns of the grid", c => c.Grid.Runs.Length)
        .Count("cells_filled", "cells", "Cells that are not blank", c => (int)c.Facts.Counts.Filled)
        .Count("cells_no_result", "cells", "Blank cells (code 0)", c => (int)c.Facts.Counts.NoResult)
        .Count("pass_count", "cells", "Cells with a passing code (1, 2, 3, 15)", c => (int)c.Facts.Counts.Pass)
        .Count("fail_count", "cells", "Cells with a failing code (9, 10, 11, 12, 14)", c => (int)c.Facts.Counts.Fail)
        .Count("flaky_count", "cells", "Cells that passed and failed within one run (code 13)", c => (int)c.Facts.Counts.Flaky)
        .Count("unknown_count", "cells", "Cells aborted, cancelled, blocked or unknown (5, 6, 7, 8)", c => (int)c.Facts.Counts.Unknown)
        .Count("running_count", "cells", "Cells of unfinished runs (code 4)", c => (int)c.Facts.Counts.Running)
        .Count("decided_count", "cells", "Cells with an outcome: the denominator of the ratios", c => (int)c.Facts.Counts.Decided, "", "", "pass_count + fail_count + flaky_count")
        .Number("pass_ratio", "ratio", "Passing cells over cells with an outcome", c => c.Facts.Counts.PassRatio, NoOutcome, "", "pass_count / decided_count")
        .Number("fail_ratio", "ratio", "Failing cells over cells with an outcome", c => c.Facts.Counts.FailRatio, NoOutcome, "", "fail_count / decided_count")
        .Number("flaky_ratio", "ratio", "Flaky cells over cells with an outcome", c => c.Facts.Counts.FlakyRatio, NoOutcome, "", "flaky_count / decided_count")
        .Number("filled_ratio", "ratio", "Cells that are not blank over the runs", c => Ratio.Of(c.Facts.Counts.Filled, c.Facts.Counts.Cells), "when the grid has no runs", "", "cells_filled / runs")
        .Number("pass_share_of_cells_ratio", "ratio", "Cells with code PASS over all cells, blank ones included: the notebooks' pass rate", c => Ratio.Of(c.Facts.Counts.ByCode[1], c.Facts.Counts.Cells), "when the grid has no runs", "AI4CI in-depth EDA, feature 1", "count(code = 1) / runs");

    private static void Streaks(FeatureColumns<TestContext> columns) => columns
        .Number("flip_flakiness_pct", "%", "Flip flakiness over all runs of the grid", c => c.Facts.Flakiness.FlipPct, "when the row has no pass, failure or flaky cell", "TestGrid healthiness, flip analyser", "100 · flips / flip_flakiness_considered; 0 when none is considered (a broken test)")
        .Count("flip_flakiness_considered", "results", "Results that the flip analyser considered", c => c.Facts.Flakiness.Considered, "", "TestGrid healthiness, flip analyser")
        .Number("naive_flakiness_pct", "%", "Failures over passes and failures; flaky cells on neither side, infrastructure failures left out", c => c.Facts.Flakiness.NaivePct, "when the row has no pass or fail", "TestGrid healthiness, naive analyser", "100 · failed / naive_flakiness_total")
        .Count("naive_flakiness_total", "results", "Passes and failures that the naive analyser counted", c => c.Facts.Flakiness.NaiveTotal, "", "TestGrid healthiness, naive analyser")
        .Count("infra_fail_count", "cells", "Failures whose message is a single word, taken as infrastructure failures", c => c.Facts.Flakiness.InfraFailed, "", "TestGrid healthiness, infra failure rule")
        .Count("longest_fail_streak", "results", "Most failing results in a row; blank, running and unknown cells are passed over, a pass or flaky cell ends it", c => c.Facts.Streaks.LongestFail, "", "TestGrid alertRow's streak")
        .Count("longest_fail_run", "cells", "Most failing cells side by side without any other cell between", c => c.Facts.Streaks.LongestAdjacentFail, "", "AI4CI persistent failures")
        .Count("longest_pass_streak", "results", "Most passing results in a row", c => c.Facts.Streaks.LongestPass)
        .Count("current_fail_streak", "results", "Failing results at the newest end", c => c.Facts.Streaks.CurrentFail)
        .Count("current_pass_streak", "results", "Passing results at the newest end", c => c.Facts.Streaks.CurrentPass)
        .Count("fail_streak_count", "streaks", "How many times failures began", c => c.Facts.Streaks.FailStreaks)
        .Number("fail_streak_mean", "results", "Mean length of a streak of failures, counted as in longest_fail_streak", c => Ratio.Of(c.Facts.Counts.Fail, c.Facts.Streaks.FailStreaks), "when there is no failure", "AI4CI mean_fail_len, there over cells side by side", "fail_count / fail_streak_count")
        .Count("pass_to_fail_count", "flips", "Neighbouring results that went from pass to fail", c => c.Facts.Streaks.PassToFail)
        .Count("fail_to_pass_count", "flips", "Neighbouring results that went from fail to pass", c => c.Facts.Streaks.FailToPass)
        .Count("flip_count", "flips", "Changes between pass and fail", c => c.Facts.Streaks.Flips, "", "", "pass_to_fail_count + fail_to_pass_count")
        .Count("flip_pair_count", "pairs", "Neighbouring pairs of pass and fail results: the denominator of the flip ratio", c => c.Facts.Streaks.FlipPairs)
        .Number("flip_ratio", "ratio", "Flips over pairs that could flip", c => c.Facts.Streaks.FlipRatio, "when there is no pair", "", "flip_count / flip_pair_count");

    private static void Times(FeatureColumns<TestContext> columns) => columns
        .Time("first_result_time", "Start of the oldest run with a cell that is not blank", c => c.Grid.TimeMs(c.Facts.Streaks.OldestFilled), "when all cells are blank or the run has no time")
        .Time("last_result_time", "Start of the newest run with a cell that is not blank", c => c.Grid.TimeMs(c.Facts.Streaks.NewestFilled), "when all cells are blank or the run has no time")
        .Time("last_pass_time", "Start of the newest passing run", c => c.Grid.TimeMs(c.Facts.Streaks.NewestPass), "when the test never passed or the run has no time")
        .Time("last_fail_time", "Start of the newest failing run", c => c.Grid.TimeMs(c.Facts.Streaks.NewestFail), "when the test never failed or the run has no time")
        .Number("seconds_since_last_pass", "s", "From the newest passing run to the newest run of the grid; 0 = passes in it", c => c.Grid.SecondsBeforeNewest(c.Facts.Streaks.NewestPass), "when the test never passed or the run has no time", "", "newest run time of the grid − last_pass_time")
        .Number("seconds_since_last_fail", "s", "From the newest failing run to the newest run of the grid", c => c.Grid.SecondsBeforeNewest(c.Facts.Streaks.NewestFail), "when the test never failed or the run has no time", "", "newest run time of the grid − last_fail_time")
        .Count("runs_since_last_pass", "runs", "Columns newer than the newest passing run, blank ones included", c => c.Facts.Streaks.NewestPass < 0 ? null : c.Facts.Streaks.NewestPass, "when the test never passed")
        .Count("runs_since_last_result", "runs", "Blank cells at the newest end; all runs when every cell is blank", c => c.Facts.Streaks.BlankAtNewestEnd);

    private static void Durations(FeatureColumns<TestContext> columns) => columns
        .Count("duration_count", "runs", "Runs with a duration: the denominator of the durations", c => c.Facts.Durations.Count)
        .Number("duration_minutes_mean", "min", "Mean duration of the test", c => c.Facts.Durations.MeanMinutes, NoDuration, "AI4CI time_to_test")
        .Number("duration_minutes_median", "min", "Median duration", c => c.Facts.Durations.MedianMinutes, NoDuration)
        .Number("duration_minutes_p90", "min", "90 % quantile of the durations", c => c.Facts.Durations.P90Minutes, NoDuration, "", "linear interpolation")
        .Number("duration_minutes_p99", "min", "99 % quantile of the durations", c => c.Facts.Durations.P99Minutes, NoDuration, "", "linear interpolation")
        .Number("duration_minutes_std", "min", "Standard deviation of the durations", c => c.Facts.Durations.StdMinutes, "with fewer than two durations", "", "with n − 1")
        .Number("duration_trend_minutes_per_day", "min/d", "Slope of duration over time; positive = slower", c => c.Facts.Durations.TrendMinutesPerDay, "with fewer than three durations at known, different times", "", "least squares");

    private static void Alerts(FeatureColumns<TestContext> columns) => columns
        .Flag("has_alert", "Whether the table answer has an alert for the row", c => c.Row.Alert is not null)
        .Count("alert_fail_count", "cells", "Fail count of the table answer's alert", c => c.Row.Alert?.FailCount, "when the row has no alert or the alert has no count")
        .Flag("recomputed_has_alert", "Whether the alert rule opens an alert", c => c.Grid.Judgement.Alerts[c.Index] is not null, "", "TestGrid alertRow")
        .Count("recomputed_alert_fail_count", "cells", "Fail count of the recomputed alert", c => c.Grid.Judgement.Alerts[c.Index]?.FailCount, NoRecomputed, "TestGrid alertRow")
        .Time("recomputed_alert_first_fail_time", "Start of the oldest failing run of the recomputed alert", c => c.Grid.Judgement.Alerts[c.Index]?.FailTime?.TotalMilliseconds, NoRecomputed + " or the run has no time", "TestGrid alertRow")
        .Time("recomputed_alert_last_pass_time", "Start of the nearest passing run before the recomputed alert", c => c.Grid.Judgement.Alerts[c.Index]?.PassTime?.TotalMilliseconds, NoRecomputed + ", no run passed before it or that run has no time", "TestGrid alertRow");
}
