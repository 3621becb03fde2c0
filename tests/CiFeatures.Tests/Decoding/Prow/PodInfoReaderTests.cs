using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class PodInfoReaderTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Theory]
    [InlineData("""{"pod":{"status":{"phase":"Succeeded","conditions":[{"type":"PodScheduled","status":"False"}]}}}""", true, "")]
    [InlineData("""{"pod":{"status":{"conditions":[{"type":"PodScheduled","status":"False","message":"old"},{"type":"PodScheduled","status":"True"}]}}}""", true, PodSummary.NotDecorated)]
    [InlineData("""{"pod":{"status":{"initContainerStatuses":[{"name":"clonerefs","state":{"terminated":{"exitCode":1,"message":"no"}}}]}}}""", false, "init container clonerefs exited 1: no")]
    [InlineData("""{"pod":{"status":{"containerStatuses":[{"name":"test","state":{"terminated":{"exitCode":1}}},{"name":"sidecar","state":{"terminated":{"exitCode":0}}}]}}}""", true, "")]
    [InlineData("""{"pod":{"status":{"containerStatuses":[{"name":"test","state":{"waiting":{"reason":"ErrImagePull","message":"no image"}}},{"name":"sidecar","state":{"running":{}}}]}}}""", false, "test still waiting: no image")]
    [InlineData("""{"pod":{"status":{"containerStatuses":[{"name":"sidecar","state":{"running":{"startedAt":"x"}}}]}}}""", false, "sidecar still running")]
    [InlineData("""{"pod":{"status":{"containerStatuses":[{"name":"sidecar","state":{"terminated":{"exitCode":2,"message":"m"}}}]}}}""", false, "sidecar exited 2: m")]
    [InlineData("""{"pod":{},"events":[{"reason":"Pulled"}]}""", true, PodSummary.NotDecorated)]
    public void Read_Pod_IsJudgedAsTestGridDoes(string json, bool isGood, string message)
    {
        PodSummary.Of(Read(json)).ShouldBe(new PodSummary(isGood, message));

        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"pod\":null}")]
    [InlineData("{\"events\":[]}")]
    public void Read_NoPod_IsMissing(string json)
    {
        PodSummary.Of(Read(json)).ShouldBe(new PodSummary(false, PodSummary.MissingPodInfo));

        _issues.Single().Code.ShouldBe(DecodingCodes.IncompleteBuildJson);
    }

    [Fact]
    public void Read_WrongTypes_AreReported()
    {
        PodInfo info = Read("""{"pod":{"status":{"phase":[],"conditions":{},"containerStatuses":[7,{"name":"c","state":[]}]}}}""")!;

        (info.Phase, info.Conditions.Count, info.Containers.Count, info.Containers[1].Name).ShouldBe(("", 0, 2, "c"));
        _issues.Select(i => i.Code).Distinct().ShouldBe([DecodingCodes.WrongType]);
        _issues.Count.ShouldBe(4);
    }

    [Fact]
    public void Of_LongMessage_IsCutInTheMiddle()
    {
        PodInfo info = new() { Containers = [new PodContainer { Name = "sidecar", ExitCode = 1, Message = new string('a', 100) + new string('b', 100) }] };

        PodSummary.Of(info).Message.ShouldBe($"sidecar exited 1: {new string('a', 70)}...{new string('b', 70)}");
    }

    private PodInfo? Read(string json) => PodInfoReader.Read(Encoding.UTF8.GetBytes(json), _issues);
}
