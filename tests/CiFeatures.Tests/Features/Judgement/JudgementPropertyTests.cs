using CiFeatures.Features.Flakiness;
using CiFeatures.Features.Judgement;
using CiFeatures.Tests.Core.Tensors;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Judgement;

public class JudgementPropertyTests
{
    [Fact]
    public void Judge_RowsPermuted_GivesTheSameJudgement() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        foreach (int recent in (int[])[2, 10])
        {
            JudgementOptions options = new() { RecentColumns = recent, Alerts = new AlertSettings { FailuresToOpen = 2 }, BrokenColumnThreshold = 0.7f };
            JobJudgement one = JobJudge.Judge(given.Grid, options);
            JobJudgement other = JobJudge.Judge(given.Shuffled, options);
            (other.Metrics, other.Broken, other.OverallStatus, other.StatusText, other.LatestGreenRun, other.LatestRun, other.StaleTests, other.OpenAlerts)
                .ShouldBe((one.Metrics, one.Broken, one.OverallStatus, one.StatusText, one.LatestGreenRun, one.LatestRun, one.StaleTests, one.OpenAlerts));
            for (int t = 0; t < given.Order.Length; t++)
            {
                other.StaleRows[t].ShouldBe(one.StaleRows[given.Order[t]]);
                Key(other.Alerts[t]).ShouldBe(Key(one.Alerts[given.Order[t]]));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ComputeAll_RowsPermuted_GivesTheSameFlakiness() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        TestFlakiness[] one = new FlakinessCalculator(given.Grid).ComputeAll();
        TestFlakiness[] other = new FlakinessCalculator(given.Shuffled).ComputeAll();
        other.ShouldBe(given.Order.Select(t => one[t]));
    }).QuickCheckThrowOnFailure();

    // The fast calculator against the peer-checked parser, with a window that holds every run.
    [Fact]
    public void ComputeAll_AnyGrid_AgreesWithTheParser() => Prop.ForAll(TestGrids.Permuted(), given =>
    {
        var (tests, results) = HealthParser.Parse(JudgedGrid.From(given.Grid), 0, 10_000_000_000);
        Dictionary<string, TestHealth> byName = tests.ToDictionary(test => test.Name, StringComparer.Ordinal);
        FlakinessCalculator calculator = new(given.Grid);
        for (int t = 0; t < given.Grid.Tests.Count; t++)
        {
            TestFlakiness fast = calculator.Compute(t);
            string name = given.Grid.Tests[t].Name;
            if (byName.TryGetValue(name, out TestHealth? slow))
            {
                (fast.Passed, fast.Failed, fast.Flaky, fast.InfraFailed).ShouldBe((slow.Passed, slow.Failed, slow.FlakyCount, slow.FailedInfraCount));
                fast.FlipPct!.Value.ShouldBe(FlakinessAnalyzers.FlipPct(results[name]), 1e-4);
                fast.NaivePct.HasValue.ShouldBe(FlakinessAnalyzers.Naive(slow, 0) is not null);
            }
            else
            {
                fast.FlipPct.ShouldBeNull();
            }
        }
    }).QuickCheckThrowOnFailure();

    private static (int, int, string, string, Stamp?, Stamp?, string)? Key(AlertInfo? alert) => alert is null
        ? null
        : (alert.FailCount, alert.FailStreak, alert.FailBuildId, alert.LatestFailBuildId, alert.FailTime, alert.PassTime, alert.FailureMessage);
}
