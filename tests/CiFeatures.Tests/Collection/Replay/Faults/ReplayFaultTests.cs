using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Replay.Faults;

public class ReplayFaultTests
{
    [Fact]
    public void Parse_AllKinds_AreRead() =>
        ReplayFault.Parse("503:0.05, reset:0.02,truncate:.01,slow:0.01,429:0.05").ShouldBe(
        [
            new ReplayFault(ReplayFaultKind.Status, 0.05, 503),
            new ReplayFault(ReplayFaultKind.Reset, 0.02),
            new ReplayFault(ReplayFaultKind.Truncate, 0.01),
            new ReplayFault(ReplayFaultKind.Slow, 0.01),
            new ReplayFault(ReplayFaultKind.Status, 0.05, 429),
        ]);

    [Theory]
    [InlineData("503:0.9,404:0.1")]
    [InlineData("400:1")]
    [InlineData("599:0.3,reset:0.3,slow:0.4")]
    public void Parse_SharesUpToOne_AreTaken(string text) => ReplayFault.Parse(text).Sum(f => f.Share).ShouldBe(1, 1e-9);

    [Theory]
    [InlineData("")]
    [InlineData("503")]
    [InlineData("503:")]
    [InlineData("503:x")]
    [InlineData("503:-0.1")]
    [InlineData("503:0")]
    [InlineData("503:1.1")]
    [InlineData("503:1e-2")]
    [InlineData("503:NaN")]
    [InlineData("200:0.1")]
    [InlineData("399:0.1")]
    [InlineData("600:0.1")]
    [InlineData("vanish:0.1")]
    [InlineData("Reset:0.1")]
    [InlineData("503:0.1,503:0.1")]
    [InlineData("503:0.6,reset:0.5")]
    [InlineData("503:0.1,")]
    [InlineData("503:0.1:2")]
    public void Parse_AnythingElse_IsAClearError(string text)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => ReplayFault.Parse(text));

        error.Code.ShouldBe("CIF1261");
        error.Kind.ShouldBe(ErrorKind.Usage);
        error.Place.ShouldBe("fail");
        error.Remedy.ShouldContain("503:0.05");
    }

    [Theory]
    [InlineData("50ms", 50, 50)]
    [InlineData("50", 50, 50)]
    [InlineData("1.5s", 1500, 1500)]
    [InlineData("20ms-80ms", 20, 80)]
    [InlineData("20-1s", 20, 1000)]
    [InlineData("0", 0, 0)]
    public void Latency_TimesAndRanges_AreRead(string text, int least, int most) =>
        ReplayLatency.Parse(text).ShouldBe(new ReplayLatency(TimeSpan.FromMilliseconds(least), TimeSpan.FromMilliseconds(most)));

    [Theory]
    [InlineData("")]
    [InlineData("-5ms")]
    [InlineData("5 ms x")]
    [InlineData("80ms-20ms")]
    [InlineData("1-2-3")]
    [InlineData("25h")]
    [InlineData("1e3")]
    [InlineData("fast")]
    public void Latency_AnythingElse_IsAClearError(string text) => Should.Throw<CiFeaturesException>(() => ReplayLatency.Parse(text)).Code.ShouldBe("CIF1261");

    [Fact]
    public void Duration_WithoutAUnit_IsOnlyTakenWhereItMeansMilliseconds()
    {
        ReplayDuration.Parse("for", "2m").ShouldBe(TimeSpan.FromMinutes(2));
        ReplayDuration.Parse("for", "1h").ShouldBe(TimeSpan.FromHours(1));
        ReplayDuration.Parse("for", "7", bareIsMilliseconds: true).ShouldBe(TimeSpan.FromMilliseconds(7));
        Should.Throw<CiFeaturesException>(() => ReplayDuration.Parse("for", "7")).Place.ShouldBe("for");
    }
}
