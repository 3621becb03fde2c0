using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class StalenessTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(14, "0s")]
    [InlineData(15, "15m0s")]
    [InlineData(60, "1h0m0s")]
    [InlineData(1579, "26h15m0s")]
    [InlineData(-20, "-15m0s")]
    public void Age_Minutes_IsCutToAQuarterHour(int minutes, string expected) => Staleness.Age(TimeSpan.FromMinutes(minutes)).ShouldBe(expected);

    [Fact]
    public void StaleAlert_EachRule_SaysWhatIsStale()
    {
        TimeSpan day = TimeSpan.FromDays(1);

        Staleness.StaleAlert(Now, null, Now, day, 1).ShouldBe("no stored results");
        Staleness.StaleAlert(Now, Now, null, TimeSpan.Zero, 0).ShouldBe("");
        Staleness.StaleAlert(Now, Now, null, day, 1).ShouldBe("no completed results");
        Staleness.StaleAlert(Now, Now, Now, day, 0).ShouldBe("no completed results");
        Staleness.StaleAlert(Now, Now - day, Now - day, day, 1).ShouldBe("");
        Staleness.StaleAlert(Now, Now - day - day, Now, day, 1).ShouldBe("data has not changed since 2021-02-27 12:00:00 UTC (48h0m0s old)");
        Staleness.StaleAlert(Now, Now, Now - day - day, day, 1).ShouldBe("latest column from 2021-02-27 12:00:00 UTC (48h0m0s old)");
    }
}
