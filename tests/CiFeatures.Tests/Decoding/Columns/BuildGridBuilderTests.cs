using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;
using CiFeatures.Features.Grid;
using static CiFeatures.Tests.Decoding.Columns.ColumnSamples;

namespace CiFeatures.Tests.Decoding.Columns;

public class BuildGridBuilderTests
{
    private static readonly JobKey Key = new("prow", "job");

    [Fact]
    public void Build_ThreeBuilds_AreColumnsNewestFirst()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored, Now);
        builder.Add(Record("9", 30), null, File(Case("a"), Case("b", JUnitStatus.Failed, 60, "boom")), []);
        builder.Add(Record("11", 0.2, passed: null), null, File(Case("a")), []);
        builder.Add(Record("10", 20, passed: false), null, File(Case("a"), Case("c", JUnitStatus.Skipped, 0, "why")), []);

        JobGrid grid = builder.Build(Key);

        grid.Runs.Builds.ShouldBe(["11", "10", "9"]);
        grid.Runs.Time(1).ShouldBe(Now.AddHours(-20));
        grid.Runs.HeaderNames.ShouldBe(["Commit"]);
        grid.Runs.Headers[0].ShouldBe(["c0ffee123", "c0ffee123", "c0ffee123"]);
        grid.Tests.Select(t => t.Name).ShouldBe(["job.Overall", "suite.a", "suite.b", "suite.c"]);
        grid.Row(0).ToArray().ShouldBe([(byte)CellStatus.Running, (byte)CellStatus.Fail, (byte)CellStatus.Pass]);
        grid.Row(1).ToArray().ShouldBe([1, 1, 1]);
        grid.Row(2).ToArray().ShouldBe([0, 0, (byte)CellStatus.Fail]);
        grid.Row(3).ToArray().ShouldBe([0, (byte)CellStatus.PassWithSkips, 0]);
        grid.Tests[0].Messages.ShouldBe(["Build still running...", "Build failed outside of test results", ""]);
        grid.Tests[0].DurationMinutes.ShouldBe([float.NaN, 30, 30]);
        grid.Tests[1].FindMetric("test-duration-minutes")!.Values.ShouldBe([0.5, 0.5, 0.5]);
        grid.Tests[2].ShortTexts.ShouldBe(["F"]);
        grid.Tests[3].DurationMinutes.ShouldBeNull();
    }

    [Fact]
    public void Build_NoBuilds_IsAnEmptyGrid()
    {
        JobGrid grid = new BuildGridBuilder(ColumnOptions.Default, Now).Build(Key);
        grid.Runs.Count.ShouldBe(0);
        grid.Tests.ShouldBeEmpty();
    }

    [Fact]
    public void Build_UnreadableBuilds_StayInTheirPlaces()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored with { OldestStart = Now.AddHours(-40) }, Now);
        builder.Add(Record("4", 10), null, [], []);
        builder.AddUnreadable(new("job", "3"), "broken");
        builder.Add(Record("2", 20) with { Started = null }, null, File(Case("a")), []);
        builder.Add(Record("1", 30), null, [], []);
        builder.Add(Record("0", 50), null, File(Case("a")), []);

        JobGrid grid = builder.Build(Key);

        grid.Runs.Builds.ShouldBe(["4", "3", "2", "1", "0"]);
        grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "job.Overall"]);
        grid.Row(0).ToArray().ShouldBe([0, (byte)CellStatus.ToolFail, (byte)CellStatus.Running, 0, (byte)CellStatus.Unknown]);
        grid.Row(1).ToArray().ShouldBe([1, 0, 0, 1, 0]);
        grid.Runs.TimesMs[1].ShouldBe(grid.Runs.TimesMs[3]);
        grid.Runs.TimesMs[4].ShouldBe(0);
        grid.Runs.Headers[0].ShouldBe(["c0ffee123", "c0ffee123", "c0ffee123", "c0ffee123", ""]);
    }

    [Fact]
    public void Build_GoodAndUnreadableBuilds_HaveOneVerdictEach()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored, Now);
        builder.Add(Record("2", 10), null, [], []);
        builder.AddUnreadable(new("job", "1"), "broken");

        OverallRow overall = OverallRow.Find(builder.Build(Key));

        (overall.Status(0), overall.Status(1)).ShouldBe((CellStatus.Pass, CellStatus.ToolFail));
        (overall.DurationMinutes(0), overall.DurationMinutes(1)).ShouldBe((30, null));
    }

    [Fact]
    public void Build_NoStartButAProwJob_TakesItsStartUnlessToldNotTo()
    {
        BuildRecord record = Record("2", 20) with { Started = null, ProwJob = new() { Started = Now.AddHours(-21), Pending = Now.AddHours(-20) } };
        JobGrid Grid(ColumnOptions options)
        {
            BuildGridBuilder builder = new(options, Now);
            builder.Add(record, null, [], []);
            return builder.Build(Key);
        }

        Grid(ColumnOptions.Stored).Runs.Time(0).ShouldBe(Now.AddHours(-20));
        Grid(ColumnOptions.Stored)[0, 0].ShouldBe(CellStatus.Pass);
        Grid(ColumnOptions.Stored with { StartFromProwJob = false })[0, 0].ShouldBe(CellStatus.Running);
    }

    [Fact]
    public void Build_PodInfo_HasARowOnlyWhereSomebodyLooked()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored, Now);
        builder.Add(Record("2", 10, pod: true), null, [], []);
        builder.Add(Record("1", 20), null, [], []);
        JobGrid grid = builder.Build(Key);

        grid.Tests.Select(t => t.Name).ShouldBe(["job.Overall", "job.Pod"]);
        grid.Row(1).ToArray().ShouldBe([(byte)CellStatus.PassWithSkips, 0]);
    }

    [Fact]
    public void Build_MalformedFiles_FailTheBuildAndKeepTheOthers()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored, Now);
        builder.Add(Record("1", 10), null, File(Case("a")), ["b.xml", "a.xml"]);
        JobGrid grid = builder.Build(Key);

        grid[0, 0].ShouldBe(CellStatus.Fail);
        grid.Tests[0].Messages.ShouldBe(["Malformed artifacts: a.xml, b.xml"]);
        grid.Tests[1].Name.ShouldBe("suite.a");
    }

    [Fact]
    public void Build_BuildsShownByDay_AreMergedWithTheNewestFirst()
    {
        BuildGridBuilder builder = new(ColumnOptions.Stored with { BuildTimeFormat = "%Y-%m-%d" }, Now);
        builder.Add(Record("1", 5), null, File(Case("a", JUnitStatus.Failed, 60, "old")), []);
        builder.Add(Record("2", 4), null, File(Case("a", JUnitStatus.Passed, 30, "new")), []);
        JobGrid grid = builder.Build(Key);

        grid.Runs.Builds.ShouldBe(["2024-05-10"]);
        grid.Runs.Time(0).ShouldBe(Now.AddHours(-5));
        grid.Tests.Select(t => t.Name).ShouldBe(["job.Overall", "job.Overall [1]", "suite.a", "suite.a [1]"]);
        grid.Tests[2].Messages.ShouldBe(["new"]);
        grid.Tests[2].CellIds.ShouldBe(["2"]);
    }

    [Fact]
    public void Build_SeveralJobs_AreNamedInRowsAndCells()
    {
        BuildGridBuilder builder = new(ColumnOptions.Default with { Names = TestNameFormat.Default.ForPrefix("x,y") }, Now);
        builder.Add(Record("7", 5, job: "x"), null, File(Case("a")), []);
        builder.Add(Record("7", 5, passed: false, job: "y"), null, File(Case("a")), []);
        JobGrid grid = builder.Build(Key);

        grid.Runs.Builds.ShouldBe(["7"]);
        grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "Overall [1]", "x.Overall", "x.suite.a", "y.Overall", "y.suite.a"]);
        grid.Tests[3].CellIds.ShouldBe(["x/7"]);
    }

    [Fact]
    public void Add_SameBuildTwice_IsAnError()
    {
        BuildGridBuilder builder = new(ColumnOptions.Default, Now);
        builder.Add(Record("1", 5), null, [], []);
        Should.Throw<CiFeaturesException>(() => builder.AddUnreadable(new("job", "1"), "again")).Code.ShouldBe(DecodingCodes.SameBuild);
        builder.Count.ShouldBe(1);
    }

    [Fact]
    public void Build_MoreThanTheLimits_IsAnError()
    {
        JobGrid Grid(DecodeLimits limits)
        {
            BuildGridBuilder builder = new(ColumnOptions.Default, Now, limits);
            builder.Add(Record("1", 5), null, File(Case("a"), Case("b")), []);
            builder.Add(Record("2", 4), null, File(Case("c")), []);
            return builder.Build(Key);
        }

        Grid(new() { MaxCells = 8, MaxRuns = 2, MaxTests = 4 }).CellCount.ShouldBe(8);
        foreach (DecodeLimits limits in new DecodeLimits[] { new() { MaxCells = 7 }, new() { MaxCells = 4 }, new() { MaxRuns = 1 }, new() { MaxTests = 3 } })
        {
            Should.Throw<CiFeaturesException>(() => Grid(limits)).Code.ShouldBe(DecodingCodes.TooLarge);
        }
    }
}
