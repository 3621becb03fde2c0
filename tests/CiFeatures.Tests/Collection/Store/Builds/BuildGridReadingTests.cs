using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.Store.Builds;

public class BuildGridReadingTests
{
    private const string Job = "periodic-job";

    [Fact]
    public void ReadGrid_BuildsOfAJob_AreItsColumnsNewestFirst()
    {
        using BuildScene scene = new();
        Add(scene, Job, "9", 1614223634, passed: true, "<testsuite><testcase name=\"a\" time=\"60\"/><testcase name=\"b\"/></testsuite>");
        Add(scene, Job, "10", 1614230000, passed: false, "<testsuite><testcase name=\"a\"><failure>boom</failure></testcase></testsuite>");
        SnapshotReader reader = scene.Read();
        List<DecodeIssue> issues = [];

        reader.Dashboards.ShouldBe([SnapshotReader.BuildDashboard]);
        reader.JobsWithTable("prow").ShouldBe([Job]);
        reader.ReadSummary("prow", issues).ShouldBeNull();
        JobGrid grid = reader.ReadGrid(new JobKey("prow", Job), issues);

        grid.Key.ShouldBe(new JobKey("prow", Job));
        grid.Runs.Builds.ShouldBe(["10", "9"]);
        grid.Runs.TimesMs.ToArray().ShouldBe([1614230000000, 1614223634000]);
        Statuses(grid, "a").ShouldBe([CellStatus.Fail, CellStatus.Pass]);
        Statuses(grid, "b").ShouldBe([CellStatus.NoResult, CellStatus.Pass]);
        Statuses(grid, $"{Job}.Overall").ShouldBe([CellStatus.Fail, CellStatus.Pass]);
        grid.Tests.Single(t => t.Name == "a").Messages.ShouldBe(["boom", ""]);
        issues.ShouldBeEmpty();
    }

    [Fact]
    public void ReadGrid_JobThatTestGridHasToo_ComesFromTestGrid()
    {
        using BuildScene scene = new();
        Add(scene, "both", "1", 1614223634, passed: true, "<testsuite/>");
        Add(scene, "mine", "1", 1614223634, passed: true, "<testsuite/>");
        scene.Writer.Write(TestStore.Table("prow", "both"), TestStore.Bytes("{\"tests\":[],\"timestamps\":[1614223634000],\"changelists\":[\"from TestGrid\"]}"));
        scene.Writer.Write(TestStore.Table("prow", "theirs"), TestStore.Bytes("{\"tests\":[],\"timestamps\":[]}"));
        scene.Writer.Write(TestStore.Summary("a"), TestStore.Bytes("{}"));
        SnapshotReader reader = scene.Read();

        reader.Dashboards.ShouldBe(["a", "prow"]);
        reader.JobsWithTable("prow").ShouldBe(["both", "mine", "theirs"]);
        reader.JobsWithTable("a").ShouldBeEmpty();
        reader.ReadGrid(new JobKey("prow", "both"), []).Runs.Builds.ShouldBe(["from TestGrid"]);
        reader.ReadGrid(new JobKey("prow", "mine"), []).Runs.Builds.ShouldBe(["1"]);
        Should.Throw<CiFeaturesException>(() => reader.ReadGrid(new JobKey("a", "mine"), [])).Code.ShouldBe("CIF1212");
        Should.Throw<CiFeaturesException>(() => reader.ReadGrid(new JobKey("prow", "none"), [])).Code.ShouldBe("CIF1212");
    }

    [Fact]
    public void ReadGrid_DamagedJUnit_CostsItsCasesAndIsReported()
    {
        using BuildScene scene = new();
        Add(scene, Job, "1", 1614223634, passed: true, "<testsuite><testcase name=\"a\"/>");
        List<DecodeIssue> issues = [];

        JobGrid grid = scene.Read().ReadGrid(new JobKey("prow", Job), issues);

        grid.Tests.ShouldNotContain(t => t.Name == "a");
        Statuses(grid, $"{Job}.Overall").ShouldBe([CellStatus.Fail]);
        issues.ShouldContain(i => i.Code == "CIF1182" && i.Dashboard == "prow" && i.Job == Job);
    }

    [Fact]
    public void ReadGrid_BodyBehindTheCasesChanged_IsAnIntegrityError()
    {
        using BuildScene scene = new();
        Add(scene, Job, "1", 1614223634, passed: true, "<testsuite><testcase name=\"a\"/></testsuite>  ");
        SnapshotReader reader = scene.Read();
        string path = Path.Combine(reader.Folder, BuildScene.PathOf(new BuildKey(Job, "1"), "artifacts/junit_x.xml"));
        File.Delete(path);
        File.WriteAllBytes(path, AnswerTexts.Zipped("<testsuite><testcase name=\"a\"/></testsuite> x"));

        Should.Throw<CiFeaturesException>(() => reader.ReadGrid(new JobKey("prow", Job), [])).Code.ShouldBe("CIF1209");
    }

    private static void Add(BuildScene scene, string job, string build, long start, bool passed, string junit)
    {
        BuildKey key = new(job, build);
        scene.File(key, "started.json", $"{{\"timestamp\":{start}}}")
            .File(key, "finished.json", $"{{\"timestamp\":{start + 600},\"passed\":{(passed ? "true" : "false")}}}")
            .File(key, "artifacts/junit_x.xml", junit);
    }

    private static CellStatus[] Statuses(JobGrid grid, string test)
    {
        int row = Enumerable.Range(0, grid.Tests.Count).Single(t => grid.Tests[t].Name == test);
        return [.. Enumerable.Range(0, grid.Runs.Count).Select(r => grid[row, r])];
    }
}
