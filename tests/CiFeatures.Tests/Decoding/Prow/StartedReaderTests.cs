using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class StartedReaderTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_AllFields_AreKept()
    {
        BuildStarted started = Read(
            """
            {"timestamp":1773843080,"node":"n1","pull":"123","repos":{"org/b":"main","org/a":"main:abc,12:def"},"repo-commit":"c","repo-version":"r",
             "job-version":"j","metadata":{"text":"x","map":{"a":[1]},"list":["y"],"none":null},"unknown":{"deep":[1,{}]}}
            """)!;

        started.Time.ShouldBe(new DateTimeOffset(2026, 3, 18, 14, 11, 20, TimeSpan.Zero));
        (started.Node, started.Pull, started.RepoCommit, started.RepoVersion, started.JobVersion).ShouldBe(("n1", "123", "c", "r", "j"));
        started.Repos.ShouldBe(new Dictionary<string, string> { ["org/a"] = "main:abc,12:def", ["org/b"] = "main" });
        started.Metadata.ShouldBe(new Dictionary<string, string> { ["text"] = "x" });
        started.OtherMetadata.ShouldBe(new Dictionary<string, string> { ["list"] = "[\"y\"]", ["map"] = "{\"a\":[1]}" });
        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1773843080")]
    [InlineData("1773843080.25")]
    [InlineData("\"1773843080\"")]
    [InlineData("1773843080000")]
    [InlineData("\"1773843080000000\"")]
    [InlineData("\"2026-03-18T14:11:20Z\"")]
    [InlineData("\"2026-03-18T16:11:20+02:00\"")]
    public void Read_TimeInAnyForm_IsTheSameSecond(string time)
    {
        BuildStarted started = Read($"{{\"timestamp\":{time}}}")!;

        started.Time!.Value.ToUnixTimeSeconds().ShouldBe(1773843080);
        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"timestamp\":null}")]
    [InlineData("{\"timestamp\":0}")]
    [InlineData("{\"timestamp\":\"\"}")]
    [InlineData("{\"timestamp\":\"0001-01-01T00:00:00Z\"}")]
    public void Read_NoTime_IsNotedAndTheRestKept(string json)
    {
        Read(json)!.Time.ShouldBeNull();

        _issues.Single().Code.ShouldBe(DecodingCodes.IncompleteBuildJson);
        _issues[0].Position.ShouldBe("started.json");
    }

    [Theory]
    [InlineData("{\"timestamp\":{\"seconds\":1},\"node\":\"n\"}")]
    [InlineData("{\"timestamp\":[],\"node\":\"n\"}")]
    [InlineData("{\"timestamp\":\"soon\",\"node\":\"n\"}")]
    [InlineData("{\"timestamp\":-5,\"node\":\"n\"}")]
    [InlineData("{\"timestamp\":1e300,\"node\":\"n\"}")]
    [InlineData("{\"timestamp\":true,\"node\":\"n\"}")]
    public void Read_UnusableTime_IsReportedWithItsByte(string json)
    {
        BuildStarted started = Read(json)!;

        (started.Time, started.Node).ShouldBe((null, "n"));
        _issues.Select(i => i.Code).ShouldBe([DecodingCodes.UnusableTime, DecodingCodes.IncompleteBuildJson]);
        _issues[0].Position.ShouldBe("timestamp, byte 13");
    }

    [Fact]
    public void Read_FormOf2016_GivesItsVersion()
    {
        BuildStarted started = Read("{\"version\":\"v1.3.0+31de\",\"timestamp\":1460712625,\"jenkins-node\":\"agent-4\"}")!;

        (started.JobVersion, started.Node).ShouldBe(("v1.3.0+31de", "agent-4"));
        BuildVersion.Of(started, null).ShouldBe("31de");
    }

    [Theory]
    [InlineData("", "byte 0")]
    [InlineData("null", "byte 0")]
    [InlineData("[]", "byte 0")]
    [InlineData("\"text\"", "byte 0")]
    [InlineData("<html></html>", "byte 0")]
    [InlineData("{\"timestamp\":1", "byte 14")]
    [InlineData("{\"timestamp\":1773843080}}", "byte 24")]
    [InlineData("{\"timestamp\":1773843080}\0", "byte 24")]
    [InlineData("{\"node\":\"\0\"}", "byte 9")]
    [InlineData("{\"node\":\"\\ud800\",\"timestamp\":1}", "byte 8")]
    public void Read_NoWholeObject_IsNullAndSaysWhere(string json, string where)
    {
        Read(json).ShouldBeNull();

        DecodeIssue issue = _issues.Single();
        issue.Code.ShouldBe(DecodingCodes.UnusableBuildJson);
        issue.Position.ShouldStartWith("started.json, ");
        issue.Position.ShouldEndWith(where);
    }

    [Fact]
    public void Read_RepeatedField_LastHoldsAndIsNoted()
    {
        Read("{\"timestamp\":1773843080,\"node\":\"a\",\"node\":\"b\"}")!.Node.ShouldBe("b");

        _issues.Single().Code.ShouldBe(DecodingCodes.RepeatedField);
    }

    [Fact]
    public void Read_InvalidUtf8_IsReplacedAndReported()
    {
        byte[] json = [.. "{\"timestamp\":1773843080,\"node\":\"a"u8, 0xC3, .. "b\"}"u8];

        StartedReader.Read(json, _issues)!.Node.ShouldBe("a\uFFFDb");

        _issues.Single().Code.ShouldBe(DecodingCodes.CharactersReplaced);
        _issues[0].Position.ShouldBe("started.json, byte 33");
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() =>
        StartedReader.Read([0xEF, 0xBB, 0xBF, .. "{\"timestamp\":1773843080}"u8], _issues)!.Time.ShouldNotBeNull();

    [Fact]
    public void Read_DeepOrLargeFile_IsAnIssue()
    {
        Read($"{{\"x\":{new string('[', 1000)}{new string(']', 1000)}}}").ShouldBeNull();
        StartedReader.Read("{\"timestamp\":1}"u8, _issues, new DecodeLimits { MaxBuildJsonBytes = 5 }).ShouldBeNull();

        _issues.Select(i => i.Code).ShouldBe([DecodingCodes.UnusableBuildJson, DecodingCodes.BuildFileTooLarge]);
    }

    private BuildStarted? Read(string json) => StartedReader.Read(Encoding.UTF8.GetBytes(json), _issues);
}
