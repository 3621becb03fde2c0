using CiFeatures.Features.Judgement;

namespace CiFeatures.Tests.Features.Judgement;

public class StampTests
{
    [Theory]
    [InlineData(-1.5, -1, 998_500_000)]
    [InlineData(1603131483000, 1603131483, 0)]
    [InlineData(double.PositiveInfinity, 253402300799, 999_000_000)]
    [InlineData(1e300, 253402300799, 999_000_000)]
    [InlineData(-1e300, -62135596800, 0)]
    public void FromMilliseconds_AnyNumber_StaysInTheCalendar(double milliseconds, long seconds, int nanos)
    {
        Stamp stamp = Stamp.FromMilliseconds(milliseconds)!.Value;

        stamp.Seconds.ShouldBe(seconds);
        stamp.Nanos.ShouldBeInRange(nanos - 100_000, nanos + 100_000);
        Should.NotThrow(() => stamp.ToDateTimeOffset());
    }

    [Fact]
    public void FromMilliseconds_NotANumber_IsNotKnown() => Stamp.FromMilliseconds(double.NaN).ShouldBeNull();

    [Theory]
    [InlineData(1_599_999_986_771)]
    [InlineData(1_627_477_818_999)]
    [InlineData(1)]
    public void TotalMilliseconds_PublishedTime_IsThatTime(long milliseconds)
    {
        Stamp.FromMilliseconds(milliseconds)!.Value.TotalMilliseconds.ShouldBe(milliseconds);
    }
}
