using CiFeatures.Core.Grids;
using CiFeatures.Features.Catalog;
using CiFeatures.Features.Extraction;
using CiFeatures.Features.Grid;
using CiFeatures.Features.Statistics;

namespace CiFeatures.Features.Tables;

/// <content>Figures over the tests of the job. The Overall row is one of them, as it is a row of the grid.</content>
internal static partial class JobsTable
{
    private static void Tests(FeatureColumns<JobContext> columns) => columns
        .Count("failing_tests", "tests", "Tests whose newest result is a failure", c => CountTests(c, t => t.Streaks.CurrentFail > 0), NoTable)
        .Count("persistent_fail_tests", "tests", "Tests whose three newest results or more are failures", c => CountTests(c, t => t.Streaks.CurrentFail >= RunChanges.PersistentFrom), NoTable, "TestGrid's default of three failures to open an alert")
        .Count("longest_fail_streak_max", "results", "The longest streak of failures of any test", c => c.Grid?.Tests.Select(t => t.Streaks.LongestFail).DefaultIfEmpty().Max(), NoTable)
        .LongCount("flip_count", "flips", "Changes between pass and fail, summed over the tests", c => c.Grid?.Tests.Sum(t => (long)t.Streaks.Flips), NoTable)
        .LongCount("flip_pair_count", "pairs", "Neighbouring pairs of pass and fail results, summed over the tests: the denominator of flip_ratio", c => c.Grid?.Tests.Sum(t => (long)t.Streaks.FlipPairs), NoTable)
        .Number("flip_ratio", "ratio", "Flips over pairs that could flip, pooled over the tests", c => c.Grid is { Tests: var tests } ? Ratio.Of(tests.Sum(t => (double)t.Streaks.Flips), tests.Sum(t => (double)t.Streaks.FlipPairs)) : null, NoTable + " or there is no pair", "", "flip_count / flip_pair_count")
        .Count("flip_flakiness_tests", "tests", "Tests with a flip flakiness: the denominator of flip_flakiness_pct_mean", c => CountTests(c, t => t.Flakiness.FlipPct is not null), NoTable)
        .Number("flip_flakiness_pct_mean", "%", "Mean flip flakiness of the tests that have one", c => Mean(c, t => t.Flakiness.FlipPct), NoTable + " or no test has a result", "TestGrid healthiness, flip analyser")
        .Count("naive_flakiness_tests", "tests", "Tests with a naive flakiness: the denominator of naive_flakiness_pct_mean", c => CountTests(c, t => t.Flakiness.NaivePct is not null), NoTable)
        .Number("naive_flakiness_pct_mean", "%", "Mean naive flakiness of the tests that have one", c => Mean(c, t => t.Flakiness.NaivePct), NoTable + " or no test has a pass or fail", "TestGrid healthiness, naive analyser");

    private static int? CountTests(JobContext context, Func<TestFacts, bool> condition) => context.Grid?.Tests.Count(condition);

    // Sorted, since the sum of numbers with fractions depends on their order and rows have no lasting one.
    private static double? Mean(JobContext context, Func<TestFacts, double?> value)
    {
        double[] values = [.. (context.Grid?.Tests ?? []).Select(value).OfType<double>().Order()];
        return Ratio.Of(PairwiseSum.Of(values), values.Length);
    }
}
