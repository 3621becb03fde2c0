using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

public class ApiTimeTests
{
    [Theory]
    [InlineData("2021-07-28T13:10:18Z", 1_627_477_818, 0)]
    [InlineData("2021-07-28t13:10:18.5z", 1_627_477_818, 500_000_000)]
    [InlineData("2021-07-28T13:10:18.916166782Z", 1_627_477_818, 916_166_782)]
    [InlineData("2021-07-28T08:40:18-04:30", 1_627_477_818, 0)]
    [InlineData("1970-01-01T00:00:00Z", 0, 0)]
    [InlineData("0001-01-01T00:00:00Z", -62_135_596_800, 0)]
    [InlineData("9999-12-31T23:59:59.999Z", 253_402_300_799, 999_000_000)]
    public void TryParse_Rfc3339_GivesSecondsAndNanos(string text, long seconds, int nanos)
    {
        ApiTime.TryParse(text, out long foundSeconds, out int foundNanos).ShouldBeTrue();
        (foundSeconds, foundNanos).ShouldBe((seconds, nanos));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2021-07-28")]
    [InlineData("2021-07-28T13:10:18")]
    [InlineData("2021-07-28 13:10:18Z")]
    [InlineData("2021-02-30T13:10:18Z")]
    [InlineData("2021-07-28T24:10:18Z")]
    [InlineData("2021-07-28T13:10:60Z")]
    [InlineData("2021-07-28T13:10:18.Z")]
    [InlineData("2021-07-28T13:10:18.1234567890Z")]
    [InlineData("2021-07-28T13:10:18+99:00")]
    [InlineData("2021-07-28T13:10:18ZZ")]
    [InlineData("next tuesday, at noon!")]
    public void TryParse_AnythingElse_IsNoTime(string text) => ApiTime.TryParse(text, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(1_627_477_818_000, "2021-07-28T13:10:18Z")]
    [InlineData(1_627_477_818_050, "2021-07-28T13:10:18.050Z")]
    [InlineData(long.MaxValue, "9999-12-31T23:59:59.999Z")]
    [InlineData(long.MinValue, "0001-01-01T00:00:00Z")]
    public void Format_Milliseconds_IsProtobufJson(long milliseconds, string text) => ApiTime.Format(milliseconds).ShouldBe(text);

    [Theory]
    [InlineData("\"0001-01-01T00:00:00Z\"")]
    [InlineData("\"1970-01-01T00:00:00Z\"")]
    [InlineData("{}")]
    [InlineData("{\"seconds\":null}")]
    public void Read_NoTime_IsZeroWithoutIssue(string started) =>
        ApiAnswers.CleanGrid($$"""{"headers":[{"started":{{started}}}]}""", "{}").Runs.TimesMs[0].ShouldBe(0);

    [Theory]
    [InlineData("{\"seconds\":\"1627477818\",\"nanos\":250000000}", 1_627_477_818_250)]
    [InlineData("1627477818000", 1_627_477_818_000)]
    public void Read_OtherForms_AreTimes(string started, long time) =>
        ApiAnswers.CleanGrid($$"""{"headers":[{"started":{{started}}}]}""", "{}").Runs.TimesMs[0].ShouldBe(time);

    [Theory]
    [InlineData("\"soon\"")]
    [InlineData("\"1969-12-31T23:59:59Z\"")]
    [InlineData("{\"seconds\":1e30}")]
    [InlineData("{\"seconds\":9223372036854775807}")]
    [InlineData("{\"nanos\":-1}")]
    [InlineData("[1]")]
    [InlineData("true")]
    public void Read_Unusable_IsReported(string started)
    {
        JobGrid grid = ApiAnswers.GridWithIssue($$"""{"headers":[{"started":{{started}}}]}""", "{}", DecodingCodes.UnusableTime, DecodeRepair.Ignored, out _);

        grid.Runs.TimesMs[0].ShouldBe(0);
    }
}
