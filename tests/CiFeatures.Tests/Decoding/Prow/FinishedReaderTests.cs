using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class FinishedReaderTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_AllFields_AreKept()
    {
        BuildFinished finished = Read(
            """{"timestamp":1773850751,"passed":false,"result":"FAILURE","revision":"main","job-version":"j","repo-version":"r","metadata":{"pod":"p","repos":{"a/b":"main"}}}""")!;

        finished.Time!.Value.ToUnixTimeSeconds().ShouldBe(1773850751);
        (finished.Passed, finished.Result, finished.Revision, finished.JobVersion, finished.RepoVersion).ShouldBe((false, "FAILURE", "main", "j", "r"));
        finished.Metadata.ShouldBe(new Dictionary<string, string> { ["pod"] = "p" });
        finished.OtherMetadata.ShouldBe(new Dictionary<string, string> { ["repos"] = "{\"a/b\":\"main\"}" });
        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{\"timestamp\":1773850751,\"result\":\"SUCCESS\"}")]
    [InlineData("{\"timestamp\":1773850751,\"result\":\"SUCCESS\",\"passed\":null}")]
    public void Read_NoPassed_IsNullNotFalse(string json)
    {
        BuildFinished finished = Read(json)!;

        (finished.Passed, finished.Result).ShouldBe((null, "SUCCESS"));
        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"true\"")]
    [InlineData("1")]
    [InlineData("{}")]
    public void Read_PassedThatIsNoFlag_IsReportedAndNull(string passed)
    {
        Read($"{{\"timestamp\":1773850751,\"passed\":{passed}}}")!.Passed.ShouldBeNull();

        _issues.Single().Code.ShouldBe(DecodingCodes.WrongType);
    }

    [Fact]
    public void Read_MetadataThatIsNoMap_IsReportedAndEmpty()
    {
        Read("{\"timestamp\":1773850751,\"metadata\":\"none\"}")!.Metadata.ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(DecodingCodes.WrongType);
    }

    private BuildFinished? Read(string json) => FinishedReader.Read(Encoding.UTF8.GetBytes(json), _issues);
}
