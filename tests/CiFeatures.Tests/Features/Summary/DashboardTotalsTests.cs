using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Summary;

namespace CiFeatures.Tests.Features.Summary;

public class DashboardTotalsTests
{
    [Fact]
    public void Of_SummaryWithoutJobs_HasNoShares()
    {
        DashboardTotals totals = DashboardTotals.Of(new DashboardSummary("d", []));

        totals.Jobs.ShouldBe(0);
        totals.StatusPct("FLAKY").ShouldBeNull();
        totals.FailToPassSecondsMean.ShouldBeNull();
    }

    [Fact]
    public void Of_TwoJobs_PoolsNumeratorsAndDenominators()
    {
        DashboardTotals totals = DashboardTotals.Of(new DashboardSummary("d",
        [
            Job("a", "FLAKY", "4 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells)", new SummaryAlert { FailCount = 3, FailTimeMs = 5000, PassTimeMs = 3000 }),
            Job("b", "", "no completed results", new SummaryAlert { FailCount = 8, FailTimeMs = 9000 }),
            Job("c", "PASSING", "Tab stats: 2 of 2 (100.0%) recent columns passed (3 of 3 or 100.0% cells)"),
        ]));

        totals.Jobs.ShouldBe(3);
        totals.WithStatus("").ShouldBe(1);
        totals.StatusPct("PASSING")!.Value.ShouldBe(100 / 3.0, 1e-12);
        totals.ColumnsPassed.ShouldBe(6);
        totals.ColumnsCompleted.ShouldBe(12);
        totals.ColumnsPassedPctMean.ShouldBe(70);
        totals.JobsWithFigures.ShouldBe(2);
        totals.JobsWithColumns.ShouldBe(2);
        totals.JobsWithCells.ShouldBe(2);
        totals.Alerts.ShouldBe(2);
        totals.AlertsWithFailCount.ShouldBe(2);
        totals.FailCountMean.ShouldBe(5.5);
        totals.AlertsWithPass.ShouldBe(1);
        totals.FailToPassSecondsMean.ShouldBe(2);
    }

    [Fact]
    public void Of_AlertsWithoutFailCount_AveragesThoseThatHaveOne()
    {
        DashboardTotals totals = DashboardTotals.Of(new DashboardSummary("d",
            [Job("a", "", "", new SummaryAlert { FailCount = 4 }, new SummaryAlert(), new SummaryAlert { FailCount = 0 })]));

        totals.Alerts.ShouldBe(3);
        totals.AlertsWithFailCount.ShouldBe(2);
        totals.FailCountMean.ShouldBe(2);
        DashboardTotals.Of(new DashboardSummary("d", [Job("a", "", "", new SummaryAlert())])).FailCountMean.ShouldBeNull();
    }

    private static JobSummary Job(string name, string status, string text, params SummaryAlert[] alerts) => new()
    {
        Job = name,
        OverallStatus = Published<string>.Of(status),
        StatusText = Published<string>.Of(text),
        Alerts = alerts,
    };
}
