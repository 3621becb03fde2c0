using System.Globalization;
using CiFeatures.Reporting.Series;

namespace CiFeatures.Tests.Reporting.Series;

public class TimeScaleTests
{
    [Theory]
    [InlineData("2021-07-27 10:20", "2021-07-27 15:10", "2021-07-27 11:00|07-27 12:00|07-27 13:00|07-27 14:00|07-27 15:00")]
    [InlineData("2021-07-24 10:00", "2021-07-27 15:00", "2021-07-24 12:00|07-25 00:00|07-25 12:00|07-26 00:00|07-26 12:00|07-27 00:00|07-27 12:00")]
    [InlineData("2021-07-20 10:00", "2021-07-27 15:00", "2021-07-21|07-22|07-23|07-24|07-25|07-26|07-27")]
    [InlineData("2021-06-01 00:00", "2021-07-15 00:00", "2021-06-07|06-14|06-21|06-28|07-05|07-12")]
    [InlineData("2020-11-15 00:00", "2021-04-15 00:00", "2020-11-16|11-30|12-14|12-28|2021-01-11|01-25|02-08|02-22|03-08|03-22|04-05")]
    [InlineData("2020-01-15 00:00", "2020-11-15 00:00", "2020-02|2020-03|2020-04|2020-05|2020-06|2020-07|2020-08|2020-09|2020-10|2020-11")]
    [InlineData("2015-02-01 00:00", "2021-07-15 00:00", "2016|2017|2018|2019|2020|2021")]
    public void Ticks_Range_AreRoundTimes(string first, string last, string expected)
    {
        string.Join('|', new TimeScale(Ms(first), Ms(last)).Ticks(11).Select(t => t.Text)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 253402300799999)]
    [InlineData(253402300799999, 253402300799999)]
    [InlineData(0, 5)]
    public void Ticks_ExtremeRanges_AreFewAndInside(long first, long last)
    {
        var scale = new TimeScale(first, last);

        scale.Ticks(10).Count.ShouldBeLessThanOrEqualTo(10);
        scale.Ticks(10).ShouldAllBe(t => t.TimeMs >= scale.FirstMs && t.TimeMs <= scale.LastMs);
        scale.Part(first).ShouldBeInRange(0, 1);
        scale.Part(last).ShouldBeInRange(0, 1);
    }

    private static long Ms(string time) =>
        new DateTimeOffset(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.Zero).ToUnixTimeMilliseconds();
}
