using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Judgement;
using CiFeatures.Tests.Core.Tensors;

namespace CiFeatures.Tests.Features.Judgement;

public class JobJudgeTests
{
    [Fact]
    public void Judge_FailuresInARow_IsFailingWithAlert()
    {
        JobGrid grid = TestGrids.Grid(["4", "3", "2", "1"], [4000, 3000, 2000, 1000], ("good", [1, 1, 1, 1]), ("bad", [12, 9, 12, 1]));

        JobJudgement judgement = JobJudge.Judge(grid, new JudgementOptions());

        judgement.RecentColumns.ShouldBe(10);
        judgement.Metrics.ShouldBe(new GridMetrics(1, 4, 0, 5, 8));
        judgement.OverallStatus.ShouldBe(TabStatus.Fail);
        judgement.OverallStatusName.ShouldBe("FAILING");
        judgement.StatusText.ShouldBe("1 of 4 (25.0%) recent columns passed (5 of 8 or 62.5% cells)");
        judgement.StatusTextWithPrefix.ShouldBe("Tab stats: " + judgement.StatusText);
        judgement.LatestGreen.ShouldBe("1");
        judgement.LatestGreenRun.ShouldBe(3);
        judgement.LatestRun.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(4000));
        judgement.OpenAlerts.ShouldBe(1);
        judgement.Alerts[0].ShouldBeNull();
        AlertInfo alert = judgement.Alerts[1].ShouldNotBeNull();
        alert.FailCount.ShouldBe(3);
        alert.FailBuildId.ShouldBe("2");
        alert.LatestFailBuildId.ShouldBe("4");
        alert.PassTime.ShouldBe(new Stamp(1, 0));
    }

    [Fact]
    public void Judge_StaleRowWithAlert_DoesNotMakeTheJobFail()
    {
        JobGrid grid = TestGrids.Grid(
            ["5", "4", "3", "2", "1"], [5, 4, 3, 2, 1], ("good", [1, 1, 1, 1, 1]), ("old", [0, 0, 12, 12, 12]), ("method@TESTGRID@x", [12, 12, 12, 12, 12]));

        JobJudgement judgement = JobJudge.Judge(grid, new JudgementOptions { RecentColumns = 2 });

        judgement.StaleRows.ShouldBe([false, true, false]);
        judgement.StaleTests.ShouldBe(1);
        judgement.Alerts[1].ShouldNotBeNull();
        judgement.OpenAlerts.ShouldBe(0);
        judgement.OverallStatus.ShouldBe(TabStatus.Pass);
        judgement.Metrics.ShouldBe(new GridMetrics(2, 2, 0, 2, 2));
    }

    [Fact]
    public void Judge_PublishedThreshold_IsTheWindow()
    {
        JobGrid plain = TestGrids.Grid(["2", "1"], [2, 1], ("t", [1, 12]));
        JobGrid grid = new(plain.Key, new GridInfo { StaleTestThreshold = Published<int>.Of(1) }, plain.Tests, plain.Runs, [1, 12]);

        JobJudge.Judge(grid, new JudgementOptions()).OverallStatus.ShouldBe(TabStatus.Pass);
        JobJudge.Judge(grid, new JudgementOptions { RecentColumns = 2 }).OverallStatus.ShouldBe(TabStatus.Flaky);
    }

    [Fact]
    public void Judge_NothingThere_IsUnknown()
    {
        JobJudgement judgement = JobJudge.Judge(TestGrids.Grid([], []), new JudgementOptions());

        judgement.OverallStatus.ShouldBe(TabStatus.Unknown);
        judgement.OverallStatusName.ShouldBe("");
        judgement.StatusText.ShouldBe("no completed results");
        judgement.LatestGreenRun.ShouldBeNull();
        judgement.LatestGreen.ShouldBe("no recent greens");
        judgement.LatestRun.ShouldBeNull();
    }

    [Fact]
    public void Judge_RepeatedName_LastRowCounts()
    {
        JobGrid grid = TestGrids.Grid(["1"], [1], ("t", [12]), ("t", [1]));

        JobJudge.Judge(grid, new JudgementOptions()).Metrics.ShouldBe(new GridMetrics(1, 1, 0, 1, 1));
    }

    [Fact]
    public void Judge_StaleAfter_MeasuresToNow()
    {
        JobGrid grid = TestGrids.Grid(["1"], [1000], ("t", [1]));
        JudgementOptions options = new() { StaleAfter = TimeSpan.FromHours(1), Now = DateTimeOffset.FromUnixTimeSeconds(7200) };

        JobJudgement judgement = JobJudge.Judge(grid, options);

        judgement.OverallStatus.ShouldBe(TabStatus.Stale);
        judgement.StaleAlert.ShouldBe("data has not changed since 1970-01-01 00:00:01 UTC (1h45m0s old)");
    }

    [Fact]
    public void Judge_OptionOutOfRange_IsRefused()
    {
        JobGrid grid = TestGrids.Grid(["1"], [1000], ("t", [1]));

        Should.Throw<CiFeaturesException>(() => JobJudge.Judge(grid, new JudgementOptions { RecentColumns = 0 })).Code.ShouldBe("CIF1302");
        Should.Throw<CiFeaturesException>(() => JobJudge.Judge(grid, new JudgementOptions { StaleAfter = TimeSpan.FromHours(1) })).Place.ShouldBe("Now");
    }
}
