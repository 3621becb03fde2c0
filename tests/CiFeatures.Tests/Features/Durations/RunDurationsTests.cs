using CiFeatures.Features.Durations;

namespace CiFeatures.Tests.Features.Durations;

public class RunDurationsTests
{
    [Fact]
    public void Of_SomeTestsHaveDurations_CountsThoseOnlyAndNotTheBuild()
    {
        DurationStatistics[] runs = RunDurations.Of(HandGrids.Grid(
            "j",
            (HandGrids.Row("Overall", 100, 100), "PP"),
            (HandGrids.Row("a", 1, float.NaN), "PP"),
            (HandGrids.Row("b", 3, float.NaN), "PP"),
            (HandGrids.Row("c"), "PP")));

        runs[0].Count.ShouldBe(2);
        runs[0].MeanMinutes.ShouldBe(2);
        runs[0].P90Minutes!.Value.ShouldBe(2.8, 1e-12);
        runs[0].TrendMinutesPerDay.ShouldBeNull();
        runs[1].Count.ShouldBe(0);
        runs[1].MeanMinutes.ShouldBeNull();
    }

    [Fact]
    public void Of_NoDurations_HasAnEntryForEachRun()
    {
        RunDurations.Of(HandGrids.Grid("j", (HandGrids.Row("a"), "PPP"))).ShouldBe([default, default, default]);
    }
}
