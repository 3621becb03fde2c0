using CiFeatures.Features.Durations;

namespace CiFeatures.Tests.Features.Durations;

public class DurationStatisticsTests
{
    private const long Day = 86_400_000;

    [Fact]
    public void Of_NoDurations_IsNullNotZero()
    {
        DurationStatistics statistics = DurationStatistics.Of([float.NaN, float.NaN], [2 * Day, Day]);

        statistics.Count.ShouldBe(0);
        statistics.MeanMinutes.ShouldBeNull();
        statistics.P99Minutes.ShouldBeNull();
        statistics.TrendMinutesPerDay.ShouldBeNull();
    }

    [Fact]
    public void Of_KnownValues_MatchesNumpy()
    {
        // numpy: mean 4.6, median 4, percentile 90 8.4, 99 9.84; std with n - 1 3.577709
        DurationStatistics statistics = DurationStatistics.Of([1, float.NaN, 2, 4, 6, 10], [6 * Day, 5 * Day, 4 * Day, 3 * Day, 2 * Day, Day]);

        statistics.Count.ShouldBe(5);
        statistics.MeanMinutes!.Value.ShouldBe(4.6, 1e-12);
        statistics.MedianMinutes!.Value.ShouldBe(4, 1e-12);
        statistics.P90Minutes!.Value.ShouldBe(8.4, 1e-12);
        statistics.P99Minutes!.Value.ShouldBe(9.84, 1e-12);
        statistics.StdMinutes!.Value.ShouldBe(3.5777087639996634, 1e-12);
    }

    [Fact]
    public void Of_GetsSlowerByTwoMinutesADay_HasThatTrend()
    {
        // Newest first: the newest run is the slowest.
        DurationStatistics statistics = DurationStatistics.Of([16, 14, float.NaN, 10], [4 * Day, 3 * Day, 2 * Day, Day]);

        statistics.TrendMinutesPerDay!.Value.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void Of_RunsWithoutTime_AreLeftOutOfTheTrendOnly()
    {
        DurationStatistics statistics = DurationStatistics.Of([16, 14, 12], [0, 0, Day]);

        statistics.Count.ShouldBe(3);
        statistics.TrendMinutesPerDay.ShouldBeNull();
    }

    [Fact]
    public void Of_AllAtOneTime_HasNoTrend()
    {
        DurationStatistics.Of([1, 2, 3], [Day, Day, Day]).TrendMinutesPerDay.ShouldBeNull();
    }

    [Fact]
    public void Of_NegativeAndInfiniteNumbers_AreNoDurations()
    {
        DurationStatistics statistics = DurationStatistics.Of([0, -1, float.PositiveInfinity, 4], [Day, 2 * Day, 3 * Day, 4 * Day]);

        statistics.Count.ShouldBe(2);
        statistics.MeanMinutes.ShouldBe(2);
        statistics.TrendMinutesPerDay.ShouldBeNull();
    }
}
