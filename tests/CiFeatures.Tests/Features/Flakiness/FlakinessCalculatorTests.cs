using CiFeatures.Core.Grids;
using CiFeatures.Features.Flakiness;
using CiFeatures.Tests.Core.Tensors;

namespace CiFeatures.Tests.Features.Flakiness;

public class FlakinessCalculatorTests
{
    private static readonly string[] Builds = ["5", "4", "3", "2", "1"];
    private static readonly long[] Times = [5000, 4000, 3000, 2000, 0];

    [Fact]
    public void Compute_FailureWhereNothingPassed_CountsForTheNaiveMethodOnly()
    {
        JobGrid grid = TestGrids.Grid(Builds, Times, ("a", [1, 12, 1, 12, 1]), ("b", [1, 12, 1, 1, 1]));
        FlakinessCalculator calculator = new(grid);

        calculator.FailingRuns.ToArray().ShouldBe([false, true, false, false, false]);
        calculator.Compute(0).ShouldBe(new TestFlakiness(Flips: 1, Considered: 4, Passed: 3, Failed: 2, Flaky: 0, InfraFailed: 0));
        calculator.Compute(0).FlipPct.ShouldBe(25);
        calculator.Compute(0).NaivePct.ShouldBe(40);
        calculator.Compute(0).NaiveTotal.ShouldBe(5);
    }

    [Fact]
    public void Compute_BrokenTest_ScoresZeroFlipsButAllFailed()
    {
        JobGrid grid = TestGrids.Grid(Builds, Times, ("broken", [12, 12, 12, 12, 12]), ("b", [1, 1, 1, 1, 1]));
        TestFlakiness broken = new FlakinessCalculator(grid).Compute(0);

        broken.Considered.ShouldBe(0);
        broken.FlipPct.ShouldBe(0);
        broken.NaivePct.ShouldBe(100);
    }

    [Fact]
    public void Compute_NothingThatCounts_IsNull()
    {
        TestFlakiness none = new FlakinessCalculator(TestGrids.Grid(Builds, Times, ("a", [0, 4, 6, 0, 0]), ("b", [1, 1, 1, 1, 1]))).Compute(0);

        none.FlipPct.ShouldBeNull();
        none.NaivePct.ShouldBeNull();
    }

    [Fact]
    public void Compute_FlakyCellsOnly_HasFlipsButNoNaiveValue()
    {
        TestFlakiness flaky = new FlakinessCalculator(TestGrids.Grid(Builds, Times, ("a", [13, 13, 0, 0, 0]))).Compute(0);

        flaky.FlipPct.ShouldBe(100);
        flaky.NaivePct.ShouldBeNull();
    }

    [Fact]
    public void Compute_OneWordMessage_IsAnInfrastructureFailureOfItsOwnCell()
    {
        JobGrid plain = TestGrids.Grid(Builds, Times, ("a", [0, 4, 12, 12, 1]), ("b", [1, 1, 1, 1, 1]));
        TestRow row = plain.Tests[0] with { Messages = ["still running", "timeout", "two words"] };
        JobGrid grid = new(plain.Key, plain.Info, [row, plain.Tests[1]], plain.Runs, plain.Statuses.ToArray());

        new FlakinessCalculator(grid).Compute(0).ShouldBe(new TestFlakiness(Flips: 1, Considered: 2, Passed: 1, Failed: 1, Flaky: 0, InfraFailed: 1));
    }

    [Fact]
    public void Compute_Window_LeavesOutOtherRunsAndUnknownTimes()
    {
        JobGrid grid = TestGrids.Grid(Builds, Times, ("a", [1, 12, 1, 12, 12]), ("b", [1, 1, 1, 1, 1]));

        TestFlakiness inside = new FlakinessCalculator(grid, new FlakinessOptions { FromMs = 3000, ToMs = 4000 }).Compute(0);
        TestFlakiness until = new FlakinessCalculator(grid, new FlakinessOptions { ToMs = 2000 }).Compute(0);

        inside.ShouldBe(new TestFlakiness(Flips: 1, Considered: 2, Passed: 1, Failed: 1, Flaky: 0, InfraFailed: 0));
        until.ShouldBe(new TestFlakiness(Flips: 1, Considered: 1, Passed: 0, Failed: 1, Flaky: 0, InfraFailed: 0));
    }
}
