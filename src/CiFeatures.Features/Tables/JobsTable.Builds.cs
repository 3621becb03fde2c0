using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Features.Tables;

/// <content>The verdicts on the builds: the Overall row.</content>
internal static partial class JobsTable
{
    private const string NoBuild = NoTable + " or the grid has no Overall row";
    private const string NoBuildDuration = "when no run has a build duration";
    private const string NoBuildOutcome = NoBuild + " or no build has an outcome";

    private static void Builds(FeatureColumns<JobContext> columns) => columns
        .Count("runs_build_pass", "runs", "Runs whose Overall row passes", c => (int?)c.Grid?.Build?.Counts.Pass, NoBuild)
        .Count("runs_build_fail", "runs", "Runs whose Overall row fails", c => (int?)c.Grid?.Build?.Counts.Fail, NoBuild)
        .Count("runs_build_decided", "runs", "Runs whose Overall row has an outcome (pass, fail or flaky): the denominator of build_pass_ratio", c => (int?)c.Grid?.Build?.Counts.Decided, NoBuild)
        .Number("build_pass_ratio", "ratio", "Passing builds over builds with an outcome", c => c.Grid?.Build?.Counts.PassRatio, NoBuildOutcome, "", "runs_build_pass / runs_build_decided")
        .Count("build_longest_fail_streak", "runs", "Most failing builds in a row; blank, running and unknown ones are passed over, a pass or flaky one ends it", c => c.Grid?.Build?.Streaks.LongestFail, NoBuild)
        .Count("build_longest_pass_streak", "runs", "Most passing builds in a row, counted the same way", c => c.Grid?.Build?.Streaks.LongestPass, NoBuild)
        .Count("build_current_fail_streak", "runs", "Failing builds at the newest end", c => c.Grid?.Build?.Streaks.CurrentFail, NoBuild)
        .Count("build_current_pass_streak", "runs", "Passing builds at the newest end", c => c.Grid?.Build?.Streaks.CurrentPass, NoBuild)
        .Count("build_flip_count", "flips", "Changes between a passing and a failing build", c => c.Grid?.Build is { Streaks: var s } ? s.PassToFail + s.FailToPass : null, NoBuild)
        .Count("build_flip_pair_count", "pairs", "Neighbouring pairs of passing and failing builds: the denominator of build_flip_ratio", c => c.Grid?.Build?.Streaks.FlipPairs, NoBuild)
        .Number("build_flip_ratio", "ratio", "Flips of the build over pairs that could flip", c => c.Grid?.Build?.Streaks.FlipRatio, NoBuild + " or there is no pair", "", "build_flip_count / build_flip_pair_count")
        .Number("seconds_since_passing_build", "s", "From the newest run with a passing Overall row to the newest run of the grid; 0 = the newest build passed", c => c.Grid is { Build: { } build } grid ? grid.SecondsBeforeNewest(build.Streaks.NewestPass) : null, NoBuild + ", no build passed or its run has no time", "", "newest run time of the grid − time of the newest passing build")
        .Count("build_duration_count", "runs", "Runs with a build duration: the denominator of the build durations", c => c.Grid?.Build?.Durations.Count, NoBuild)
        .Number("build_duration_minutes_mean", "min", "Mean duration of the build", c => c.Grid?.Build?.Durations.MeanMinutes, NoBuildDuration, "AI4CI time_to_test")
        .Number("build_duration_minutes_median", "min", "Median duration of the build", c => c.Grid?.Build?.Durations.MedianMinutes, NoBuildDuration)
        .Number("build_duration_minutes_p90", "min", "90 % quantile of the duration of the build", c => c.Grid?.Build?.Durations.P90Minutes, NoBuildDuration, "", "linear interpolation")
        .Number("build_duration_minutes_p99", "min", "99 % quantile of the duration of the build", c => c.Grid?.Build?.Durations.P99Minutes, NoBuildDuration, "", "linear interpolation")
        .Number("build_duration_minutes_std", "min", "Standard deviation of the duration of the build", c => c.Grid?.Build?.Durations.StdMinutes, "with fewer than two build durations", "", "with n − 1")
        .Number("build_duration_trend_minutes_per_day", "min/d", "Slope of build duration over time; positive = slower", c => c.Grid?.Build?.Durations.TrendMinutesPerDay, "with fewer than three durations at known, different times", "", "least squares");
}
