using CiFeatures.Features.Grid;

namespace CiFeatures.Tests.Features.Grid;

public class BuildFactsTests
{
    [Fact]
    public void Of_GridWithoutOverallRow_IsNull()
    {
        BuildFacts.Of(HandGrids.Grid("j", (HandGrids.Row("t"), "P"))).ShouldBeNull();
    }

    [Fact]
    public void FailStreak_GapsAndFlakyBuilds_PassesOverGapsAndEndsAtFlakyOnes()
    {
        BuildFacts build = BuildFacts.Of(HandGrids.Grid("j", (HandGrids.Row("Overall"), "F.RFKFPUF")))!;

        Enumerable.Range(0, 9).Select(build.FailStreak).ShouldBe([2, 1, 1, 1, 0, 1, 0, 1, 1]);
        Enumerable.Range(0, 9).Select(build.NewestPassUpTo).ShouldBe([6, 6, 6, 6, 6, 6, 6, -1, -1]);
        build.Counts.Fail.ShouldBe(4);
        build.Streaks.CurrentFail.ShouldBe(2);
    }
}
