using CiFeatures.Core.Builds;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Artifacts;

public class BuildExtractorTests
{
    [Fact]
    public void Extract_WholeBuild_HasWhatItsFilesSay()
    {
        IReadOnlyDictionary<string, object?> row = ExtractedBuilds.Of(BuildScene.Make()).Build(BuildScene.Whole.Build);

        row["duration_seconds"].ShouldBe(5400.0);
        row["passed"].ShouldBe(true);
        row["version"].ShouldBe("012345678");
        row["repos"].ShouldBe("org/a=main,12:abc org/b=main");
        row["prow_queue_seconds"].ShouldBe(7.0);
        row["top_entries"].ShouldBe(6);
        row["top_names"].ShouldBe("artifacts/ build-log.txt finished.json podinfo.json prowjob.json started.json");
        row["top_bytes"].ShouldBe(617L);
        row["artifacts_entries"].ShouldBe(3);
        row["artifacts_bytes"].ShouldBeNull();
        row["build_log_bytes"].ShouldBe(2000L);
        row["build_log_stored_bytes"].ShouldBe(517L);
        row["has_podinfo"].ShouldBe(true);
        row["events"].ShouldBe(3);
        row["event_messages_unique"].ShouldBe(2);
        row["event_message_top"].ShouldBe("Created container a");
        row["event_message_top_count"].ShouldBe(2);
        row["event_occurrences"].ShouldBe(7L);
        row["warnings"].ShouldBe(1);
        row["junit_cases"].ShouldBe(3);
        row["junit_failed"].ShouldBe(1);
        row["junit_skipped"].ShouldBe(1);
        row["junit_errors"].ShouldBe(0);
        row["junit_timed"].ShouldBe(2);
        row["junit_seconds_sum"].ShouldBe(1.5);
        row["files_missing"].ShouldBe(0);
        row["missing_names"].ShouldBe("");
    }

    [Fact]
    public void Extract_BuildThatFailedEarly_SaysWhatIsMissingAndKnowsNoMore()
    {
        IReadOnlyDictionary<string, object?> row = ExtractedBuilds.Of(BuildScene.Make()).Build(BuildScene.Early.Build);

        row["passed"].ShouldBe(false, "the result decides where passed is not said");
        row["duration_seconds"].ShouldBeNull("it ends before it begins");
        row["artifacts_entries"].ShouldBe(0, "the listing shows that there is no such folder");
        row["has_events"].ShouldBe(false);
        row["has_junit"].ShouldBe(false);
        row["has_prowjob"].ShouldBe(false);
        row["events"].ShouldBeNull();
        row["junit_cases"].ShouldBeNull();
        row["files_missing"].ShouldBe(1);
        row["missing_names"].ShouldBe(BuildScene.Events);
    }

    [Fact]
    public void Extract_BuildOfWhichNothingIsKnown_IsNullAndNotZero()
    {
        IReadOnlyDictionary<string, object?> row = ExtractedBuilds.Of(BuildScene.Make()).Build(BuildScene.Unknown.Build);

        string[] known = [.. row.Where(v => v.Value is not null).Select(v => v.Key)];
        known.ShouldBe(["job", "build", "files_taken", "files_taken_bytes", "files_missing", "missing_names"]);
    }

    [Fact]
    public void Extract_DamagedAndUnreadableFiles_CostThoseFilesOnly()
    {
        ExtractedBuilds extracted = ExtractedBuilds.Of(BuildScene.Make());

        IReadOnlyDictionary<string, object?> row = extracted.Build(BuildScene.Damaged.Build);
        row["has_events"].ShouldBe(true);
        row["events"].ShouldBeNull("how many a damaged list has is not known");
        row["junit_cases"].ShouldBeNull();
        extracted.Result.IssueCount.ShouldBe(2);
        extracted.Result.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1209");
        extracted.Result.Skipped[0].Key.ToString().ShouldContain("9");
        extracted.Result.Builds.ShouldBe(4);
    }

    [Fact]
    public void Extract_UnreadableBuild_KeepsItsRow()
    {
        MemoryBuilds builds = new MemoryBuilds().Add(new BuildRecord { Key = new("a", "1") }).AddUnreadable(new("a", "1"), "");

        ExtractedBuilds extracted = ExtractedBuilds.Of(builds);

        extracted.Tables.Rows("builds").ShouldBe(1);
        extracted.Result.Skipped.ShouldHaveSingleItem();
    }

    [Fact]
    public void Extract_FaultOfTheProgram_IsNotSwallowed()
    {
        var builds = new MemoryBuilds();
        builds.Add(new BuildRecord { Key = new("a", "1"), Files = [new BuildFile("artifacts/junit.xml", 1)] });

        Should.Throw<KeyNotFoundException>(() => ExtractedBuilds.Of(builds));
    }

    [Fact]
    public void Extract_Builds_ComeNewestFirst()
    {
        ExtractedBuilds.Of(BuildScene.Make()).Tables.Column("builds", "build").ShouldBe(
            [BuildScene.Whole.Build, BuildScene.Early.Build, BuildScene.Unknown.Build, BuildScene.Damaged.Build]);
    }

    [Fact]
    public void Extract_LongMessage_KeepsBothEnds()
    {
        IReadOnlyDictionary<string, object?> row = ExtractedBuilds.Of(BuildScene.Make()).Tables.Records("junit").Single(r => (string)r["test"]! == "two");

        row["test_name"].ShouldBe("operator.two");
        row["status"].ShouldBe("failed");
        row["seconds"].ShouldBeNull();
        row["message_chars"].ShouldBe(3000L);
        ((string)row["message"]!).Length.ShouldBe(1000);
        ((string)row["message"]!).ShouldContain("x...x");
    }

    [Fact]
    public void Extract_Events_SayWhenAfterTheStart()
    {
        IReadOnlyList<IReadOnlyDictionary<string, object?>> rows = ExtractedBuilds.Of(BuildScene.Make()).Tables.Records("events");

        rows.Select(r => r["seconds_since_start"]).ShouldBe([0.0, 60.0, null]);
        rows[1]["message_normalised"].ShouldBe("Back-off <duration> restarting");
        rows[1]["count"].ShouldBe(7L);
        rows[0]["count"].ShouldBeNull();
        rows[0]["host"].ShouldBeNull();
    }

    [Fact]
    public void Extract_Logs_AreCounted()
    {
        IReadOnlyDictionary<string, object?> row = ExtractedBuilds.Of(BuildScene.Make()).Tables.Records("logs").ShouldHaveSingleItem();

        row["build"].ShouldBe(BuildScene.Whole.Build);
        row["file"].ShouldBe("build-log.txt");
        (row["chars"], row["words"], row["lines"], row["error_lines"]).ShouldBe((41L, 4L, 3L, 1L));
        row["first_time"].ShouldBe(new DateTimeOffset(2021, 2, 25, 3, 27, 14, TimeSpan.Zero).ToUnixTimeMilliseconds());
        row["largest_gap_seconds"].ShouldBeNull();
    }

    [Fact]
    public void Extract_Listings_HaveOneRowForEachEntry()
    {
        ExtractedBuilds.Of(BuildScene.Make()).Tables.Records("listings").Count(r => (string)r["build"]! == BuildScene.Whole.Build).ShouldBe(6 + 3 + 1);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Extract_OnSeveralThreads_GivesTheSame(int threads)
    {
        var many = new MemoryBuilds();
        for (int i = 0; i < 60; i++)
        {
            var key = new BuildKey($"job-{i % 3}", $"{i}");
            many.Add(new BuildRecord { Key = key, Files = [new BuildFile(BuildScene.Events, 1)] });
            many.Add(key, BuildScene.Events, [.. Enumerable.Range(0, i).Select(e => BuildScene.Event($"message {e % 5}", e))]);
        }

        ExtractedBuilds.Of(many, new FeatureOptions { Threads = threads }).Dump().ShouldBe(ExtractedBuilds.Of(many).Dump());
    }

    [Fact]
    public void Extract_SeveralSnapshots_TakeEachBuildFromTheNewest()
    {
        MemoryBuilds old = new MemoryBuilds().Add(Passed("1", false)).Add(Passed("2", false));
        MemoryBuilds recent = new MemoryBuilds().Add(Passed("2", true)).Add(Passed("10", true));

        ExtractedBuilds extracted = ExtractedBuilds.Of([old.Source("old"), recent.Source("new")], new FeatureOptions { WithSnapshotColumn = true });

        extracted.Tables.Column("builds", "build").ShouldBe(["10", "2", "1"]);
        extracted.Tables.Column("builds", "snapshot").ShouldBe(["new", "new", "old"]);
        extracted.Tables.Column("builds", "passed").ShouldBe([true, true, false]);
    }

    [Fact]
    public void Extract_WithJobFilter_TakesThoseJobsOnly()
    {
        ExtractedBuilds.Of(BuildScene.Make(), new FeatureOptions { JobFilter = _ => false }).Result.Builds.ShouldBe(0);
    }

    [Fact]
    public void Extract_OneWriterOnly_ReadsNoMoreThanThatNeeds()
    {
        MemoryBuilds builds = new MemoryBuilds().Add(new BuildRecord { Key = new("a", "1"), Listings = [MemoryBuilds.Listing("", "x")], Files = [new BuildFile(BuildScene.JUnit, 1)] });
        var extractor = new BuildExtractor(new FeatureOptions());
        var tables = new CollectedTables(extractor.Schemas.Where(s => s.Name == "listings"));

        extractor.Extract([builds.Source()], tables.Writers, null, CancellationToken.None);

        tables.Rows("listings").ShouldBe(1);
    }

    [Fact]
    public void Extract_Cancelled_Ends()
    {
        var extractor = new BuildExtractor(new FeatureOptions());

        Should.Throw<OperationCanceledException>(() => extractor.Extract([BuildScene.Make().Source()], new Dictionary<string, ITableWriter>(), null, new CancellationToken(canceled: true)));
    }

    private static BuildRecord Passed(string build, bool passed) => new() { Key = new("a", build), Finished = new BuildFinished { Passed = passed } };
}
