using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Series;

namespace CiFeatures.Tests.Reporting.Series;

public class RollingMedianTests
{
    [Fact]
    public void Of_WindowOfThree_IsTheMiddleOfTheLastThree()
    {
        Medians(3, 1, 9, 2, 8, 3).ShouldBe([2, 8, 3]);
    }

    [Fact]
    public void Of_EvenCount_IsTheMeanOfTheTwoInTheMiddle()
    {
        Medians(4, 1, 2, 3, 10).ShouldBe([2, 2.5]);
    }

    [Fact]
    public void Of_AbsentDurationsAndRunningRuns_AreLeftOut()
    {
        SeriesPoint[] points =
        [
            new(3, 1, CellStatus.Pass, 5),
            new(2, 2, CellStatus.Pass, null),
            new(1, 3, CellStatus.Fail, 7),
            new(0, 4, CellStatus.Running, 1),
        ];

        RollingMedian.Of(points, 1).ShouldBe([(1L, 5.0), (3L, 7.0)]);
    }

    private static double[] Medians(int window, params double[] minutes) =>
        [.. RollingMedian.Of(minutes.Select((m, i) => new SeriesPoint(i, i + 1, CellStatus.Pass, m)), window).Select(m => m.Minutes)];
}
