using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class ProwJobReaderTests
{
    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_Presubmit_GivesTimesAndReferences()
    {
        ProwJobInfo info = Read(
            """
            {"kind":"ProwJob","metadata":{"name":"x","creationTimestamp":"2022-12-12T17:58:09Z"},
             "spec":{"type":"presubmit","cluster":"build01","job":"pull-e2e","refs":{"org":"o","repo":"r","base_ref":"master","base_sha":"abc","pulls":[{"number":27600,"sha":"def"},{"number":1}]},
                     "extra_refs":[{"org":"k","repo":"t","base_ref":"main"}],"pod_spec":{"containers":[{}]}},
             "status":{"startTime":"2022-12-12T17:58:10Z","pendingTime":"2022-12-12T17:58:11Z","completionTime":"2022-12-12T19:00:00Z","state":"failure","description":"Job failed.","url":"https://prow/1"}}
            """)!;

        (info.Job, info.Type, info.Cluster, info.State, info.Description, info.Url).ShouldBe(("pull-e2e", "presubmit", "build01", "failure", "Job failed.", "https://prow/1"));
        DateTimeOffset start = new(2022, 12, 12, 17, 58, 10, TimeSpan.Zero);
        (info.Started, info.Pending, info.Completed).ShouldBe((start, start.AddSeconds(1), new DateTimeOffset(2022, 12, 12, 19, 0, 0, TimeSpan.Zero)));
        info.Repos.ShouldBe(new Dictionary<string, string> { ["k/t"] = "main", ["o/r"] = "master:abc,27600:def,1" });
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void Read_NoStatus_StartsWhenItWasMade()
    {
        ProwJobInfo info = Read("{\"metadata\":{\"creationTimestamp\":\"2022-12-12T17:58:09Z\"},\"spec\":{\"job\":\"j\",\"refs\":null,\"extra_refs\":null}}")!;

        info.Started.ShouldBe(new DateTimeOffset(2022, 12, 12, 17, 58, 9, TimeSpan.Zero));
        info.Completed.ShouldBeNull();
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void Read_WrongTypes_AreReportedOneByOne()
    {
        ProwJobInfo info = Read("{\"spec\":{\"job\":{},\"refs\":[],\"extra_refs\":[1,{\"org\":\"o\",\"repo\":\"r\",\"pulls\":[2]}]},\"status\":5}")!;

        info.Job.ShouldBe("");
        info.Repos.Keys.ShouldBe(["o/r"]);
        _issues.Count(i => i.Code == DecodingCodes.WrongType).ShouldBe(5);
        _issues[^1].Code.ShouldBe(DecodingCodes.IncompleteBuildJson);
    }

    [Fact]
    public void Read_Garbage_IsNull()
    {
        Read("not json").ShouldBeNull();

        _issues.Single().Code.ShouldBe(DecodingCodes.UnusableBuildJson);
    }

    private ProwJobInfo? Read(string json) => ProwJobReader.Read(Encoding.UTF8.GetBytes(json), _issues);
}
