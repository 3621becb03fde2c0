using System.Globalization;
using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;
using static CiFeatures.Tests.Decoding.Columns.ColumnSamples;

namespace CiFeatures.Tests.Decoding.Columns;

public class BuildGridsTests
{
    private static readonly JobKey Key = new("prow", "job");

    [Fact]
    public void Read_DamagedFiles_CostWhatTheyStandFor()
    {
        MemoryBuilds builds = new();
        Put(builds, "4", "artifacts/junit_a.xml", "<testsuite name='s'><testcase name='a'/></testsuite>");
        Put(builds, "4", "artifacts/junit_b.xml", "<testsuite name='s'><testcase name='b'/>");
        Put(builds, "4", "artifacts/other.xml", "<broken");
        Put(builds, "3", "artifacts/junit_a.xml", "<testsuite name='s'><testcase name='a'/></testsuite>");
        Put(builds, "3", "finished.json", "{ damaged");
        Put(builds, "2", "finished.json", "");
        Put(builds, "1", "podinfo.json", "{\"pod\":{\"status\":{\"phase\":\"Succeeded\"}}}");

        List<DecodeIssue> issues = [];
        JobGrid grid = BuildGrids.Read(builds, "job", Key, Now, issues);

        grid.Runs.Builds.ShouldBe(["4", "3", "2", "1"]);
        grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "job.Overall", "job.Pod", "s.a"]);
        grid.Row(0).ToArray().ShouldBe([0, (byte)CellStatus.ToolFail, 0, 0]);
        grid.Row(1).ToArray().ShouldBe([(byte)CellStatus.Fail, 0, (byte)CellStatus.Fail, (byte)CellStatus.Pass]);
        grid.Row(2).ToArray().ShouldBe([0, 0, 0, (byte)CellStatus.Pass]);
        grid.Tests[1].Messages[0].ShouldStartWith("Malformed artifacts: artifacts/junit_b.xml: ");
        grid.Tests[1].Messages[1].ShouldBe("Malformed artifacts: finished.json");
        grid.Row(3).ToArray().ShouldBe([1, 0, 0, 0]);
        issues.Select(i => i.Code).ShouldBe([DecodingCodes.DamagedJUnit, DecodingCodes.UnusableBuildJson, DecodingCodes.UnreadableBuild]);
        issues.ShouldAllBe(i => i.Dashboard == "prow" && i.Job == "job" && i.Position.StartsWith("build "));
    }

    [Fact]
    public void Read_MessageOfMegabytes_IsCutToItsEnds()
    {
        MemoryBuilds builds = new();
        string log = string.Concat(Enumerable.Repeat("0123456789", 100_000));
        Put(builds, "1", "artifacts/junit.xml", $"<testsuite><testcase name='a'><failure>first {log} last</failure></testcase></testsuite>");
        JobGrid grid = BuildGrids.Read(builds, "job", Key, Now, []);

        grid.Tests[0].Name.ShouldBe("a");
        grid.Tests[0].Messages.ShouldBe(["first " + log[..64] + "..." + log[^65..] + " last"]);
    }

    [Fact]
    public void Read_JobWithoutBuilds_IsAnEmptyGrid() => BuildGrids.Read(new MemoryBuilds(), "job", Key, Now, []).Runs.Count.ShouldBe(0);

    private static void Put(MemoryBuilds builds, string build, string path, string text)
    {
        long start = Now.AddHours(int.Parse(build, CultureInfo.InvariantCulture) - 5).ToUnixTimeSeconds();
        builds.Put("job", build, "started.json", Encoding.UTF8.GetBytes($"{{\"timestamp\":{start}}}"));
        if (path != "finished.json")
        {
            builds.Put("job", build, "finished.json", Encoding.UTF8.GetBytes($"{{\"timestamp\":{start + 60},\"passed\":true}}"));
        }

        builds.Put("job", build, path, Encoding.UTF8.GetBytes(text));
    }
}
