using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Tests.Features.Extraction;

public class FeatureExtractorTests
{
    [Fact]
    public void Extract_JobsInSummaryTableOrBoth_HaveARowEach()
    {
        Extracted found = Extracted.Of(new MemorySnapshot()
            .Add("dash", new JobSummary { Job = "both" }, new JobSummary { Job = "listed" })
            .Add(HandGrids.Grid("both", (HandGrids.Row("t"), "PF")))
            .Add(HandGrids.Grid("table", (HandGrids.Row("t"), "P"))));

        found.Tables.Column("jobs", "job").ShouldBe(["both", "listed", "table"]);
        found.Tables.Column("jobs", "has_summary").ShouldBe([true, true, false]);
        found.Tables.Column("jobs", "has_table").ShouldBe([true, false, true]);
        found.Job("listed")["tests"].ShouldBeNull();
        found.Job("listed")["cells_fail"].ShouldBeNull();
        found.Job("listed")["alerts"].ShouldBe(0);
        found.Job("table")["alerts"].ShouldBeNull();
        found.Result.Jobs.ShouldBe(3);
        found.Result.Grids.ShouldBe(2);
        found.Result.Cells.ShouldBe(3);
    }

    [Fact]
    public void Extract_DashboardWithoutSummary_HasNullsNotZeros()
    {
        Extracted found = Extracted.Of(new MemorySnapshot().Add("b").Add(HandGrids.Grid(new JobKey("a", "j"), (HandGrids.Row("t"), "P"))));

        found.Tables.Column("dashboards", "dashboard").ShouldBe(["a", "b"]);
        found.Tables.Column("dashboards", "has_summary").ShouldBe([false, true]);
        found.Tables.Column("dashboards", "jobs").ShouldBe([null, 0]);
        found.Tables.Column("dashboards", "alerts").ShouldBe([null, 0]);
        found.Tables.Column("dashboards", "flaky_pct").ShouldBe([null, null]);
    }

    [Fact]
    public void Extract_EmptyGrid_HasCountsOfZeroAndNoRatios()
    {
        Extracted found = Extracted.Of(HandGrids.Grid("empty"));

        IReadOnlyDictionary<string, object?> job = found.Job("empty");
        job["has_table"].ShouldBe(true);
        job["tests"].ShouldBe(0);
        job["cells"].ShouldBe(0L);
        job["longest_fail_streak_max"].ShouldBe(0);
        job["pass_ratio"].ShouldBeNull();
        job["filled_ratio"].ShouldBeNull();
        job["last_run_time"].ShouldBeNull();
        found.Tables.Rows("tests").ShouldBe(0);
        found.Tables.Rows("runs").ShouldBe(0);
        found.Tables.Rows("cells").ShouldBe(0);
    }

    [Fact]
    public void Extract_UnreadableAnswer_IsListedAndKeepsItsSummaryRow()
    {
        var key = new JobKey("dash", "broken");
        Extracted found = Extracted.Of(new MemorySnapshot()
            .Add("dash", new JobSummary { Job = "broken", OverallStatus = Published<string>.Of("FLAKY") })
            .AddUnreadable(key)
            .Add(HandGrids.Grid("sound", (HandGrids.Row("t"), "P"))));

        found.Result.Skipped.ShouldBe([new SkippedJob(key, "CIF1199", "file.json.gz, byte 7", "It ends too early.")]);
        found.Job("broken")["published_overall_status"].ShouldBe("FLAKY");
        found.Job("broken")["has_table"].ShouldBe(false);
        found.Job("broken")["tests"].ShouldBeNull();
        found.Job("sound")["tests"].ShouldBe(1);
    }

    [Fact]
    public void Extract_SourceFails_EndsTheWork()
    {
        MemorySnapshot snapshot = new MemorySnapshot().AddUnreadable(new JobKey("dash", "j"), ErrorKind.SourceUnavailable);

        Should.Throw<CiFeaturesException>(() => Extracted.Of(snapshot)).Kind.ShouldBe(ErrorKind.SourceUnavailable);
    }

    [Fact]
    public void Extract_UnreadableSummary_IsListedAndItsTablesStay()
    {
        Extracted found = Extracted.Of(new MemorySnapshot().AddUnreadableSummary("dash").Add(HandGrids.Grid("j", (HandGrids.Row("t"), "P"))));

        found.Result.Skipped.ShouldHaveSingleItem().Key.ShouldBe(new JobKey("dash", ""));
        found.Tables.Column("dashboards", "has_summary").ShouldBe([false]);
        found.Job("j")["has_summary"].ShouldBe(false);
        found.Job("j")["cells_pass"].ShouldBe(1L);
    }

    [Fact]
    public void Extract_RowsOfEqualNames_KeepTheirOwnValuesInAnOrderThatLasts()
    {
        JobGrid one = HandGrids.Grid("j", (HandGrids.Row("t"), "PPF"), (HandGrids.Row("a"), "PPP"), (HandGrids.Row("t"), "FFF"));
        JobGrid other = HandGrids.Grid("j", (HandGrids.Row("t"), "FFF"), (HandGrids.Row("t"), "PPF"), (HandGrids.Row("a"), "PPP"));

        foreach (Extracted found in new[] { Extracted.Of(one), Extracted.Of(other) })
        {
            found.Tables.Column("tests", "test").ShouldBe(["a", "t", "t"]);
            found.Tables.Column("tests", "fail_count").ShouldBe([0, 1, 3]);
            found.Tables.Column("tests", "recomputed_has_alert").ShouldBe([false, false, true]);
        }
    }

    [Fact]
    public void Extract_WithCells_HasARowForEveryCellThatIsNotBlank()
    {
        Extracted found = Extracted.Of(HandGrids.Grid("j", (HandGrids.Row("z"), "P.F"), (HandGrids.Row("a"), ".K.")));

        found.Tables.Column("cells", "test").ShouldBe(["a", "z", "z"]);
        found.Tables.Column("cells", "build").ShouldBe(["b1", "b0", "b2"]);
        found.Tables.Column("cells", "status").ShouldBe([(sbyte)13, (sbyte)1, (sbyte)12]);
        found.Tables.Column("cells", "run_time").ShouldBe([HandGrids.Newest - HandGrids.Hour, HandGrids.Newest, HandGrids.Newest - (2 * HandGrids.Hour)]);
    }

    [Fact]
    public void Extract_ManyCells_LosesNoneBetweenPieces()
    {
        string row = string.Concat(Enumerable.Repeat("PF.K", 300));
        Extracted found = Extracted.Of(HandGrids.Grid("j", [.. Enumerable.Range(0, 50).Select(t => (HandGrids.Row($"t{t:00}"), row))]));

        found.Tables.Rows("cells").ShouldBe(50 * 900);
        found.Tables.Column("cells", "test").GroupBy(t => t).ShouldAllBe(g => g.Count() == 900);
        found.Tables.Column("cells", "test").Select(t => (string)t!).ShouldBeInOrder();
    }

    [Fact]
    public void Extract_WithoutCells_HasNoSuchTable()
    {
        new FeatureExtractor(new FeatureOptions()).Schemas.Select(s => s.Name).ShouldBe(["dashboards", "jobs", "tests", "runs", "alerts"]);
    }

    [Fact]
    public void Extract_SeveralSnapshots_AreToldApartByTheFirstColumn()
    {
        var extractor = new FeatureExtractor(new FeatureOptions { WithSnapshotColumn = true, WithCells = true });
        var tables = new CiFeatures.Tests.Support.CollectedTables(extractor.Schemas);
        foreach (string id in new[] { "2021-07-28T131018Z", "2021-07-29T131018Z" })
        {
            MemorySnapshot snapshot = new MemorySnapshot(id)
                .Add("dash", new JobSummary { Job = "j", Alerts = [new SummaryAlert { TestName = "t" }] })
                .Add(HandGrids.Grid("j", (HandGrids.Row("t"), "P")));
            extractor.Extract(snapshot, tables.Writers, null, CancellationToken.None);
        }

        foreach (string table in extractor.Schemas.Select(s => s.Name))
        {
            tables.Column(table, "snapshot").ShouldBe(["2021-07-28T131018Z", "2021-07-29T131018Z"], table);
        }

        extractor.Schemas.ShouldAllBe(s => s.Columns[0].Name == "snapshot");
    }

    [Fact]
    public void Extract_Filters_LeaveOtherJobsUnread()
    {
        var read = new List<string>();
        MemorySnapshot snapshot = new MemorySnapshot { OnRead = key => read.Add(key.ToString()) }
            .Add(HandGrids.Grid(new JobKey("a", "x"), (HandGrids.Row("t"), "P")))
            .Add(HandGrids.Grid(new JobKey("a", "y"), (HandGrids.Row("t"), "P")))
            .Add(HandGrids.Grid(new JobKey("b", "x"), (HandGrids.Row("t"), "P")));

        Extracted found = Extracted.Of(snapshot, new FeatureOptions { DashboardFilter = d => d == "a", JobFilter = j => j == "y" });

        read.ShouldBe(["a / y"]);
        found.Tables.Column("jobs", "job").ShouldBe(["y"]);
        found.Tables.Column("dashboards", "dashboard").ShouldBe(["a"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Extract_MoreThreads_GivesTheSameTables(int threads)
    {
        Extracted one = Extracted.Of(Many(), new FeatureOptions { WithCells = true });
        Extracted other = Extracted.Of(Many(), new FeatureOptions { WithCells = true, Threads = threads });

        one.Tables.Rows("jobs").ShouldBe(40);
        other.Dump().ShouldBe(one.Dump());
    }

    [Fact]
    public void Extract_Cancelled_EndsBetweenTwoJobs()
    {
        using var stop = new CancellationTokenSource();
        int read = 0;
        MemorySnapshot snapshot = Many();
        snapshot.OnRead = _ =>
        {
            read++;
            if (read == 3)
            {
                stop.Cancel();
            }
        };

        Should.Throw<OperationCanceledException>(() => Extracted.Of(snapshot, null, stop.Token));
        read.ShouldBe(3);
    }

    private static MemorySnapshot Many()
    {
        var snapshot = new MemorySnapshot();
        for (int job = 0; job < 40; job++)
        {
            string[] cells = [.. Enumerable.Range(1, 6).Select(t => string.Concat(Enumerable.Range(0, 30).Select(r => "P.FKRU"[(r * t * (job + 3)) % 17 % 6])))];
            snapshot.Add(HandGrids.Grid(new JobKey($"dash{job % 3}", $"job{job}"), [.. cells.Select((c, t) => (HandGrids.Row($"test {t}"), c))]));
        }

        return snapshot;
    }
}
