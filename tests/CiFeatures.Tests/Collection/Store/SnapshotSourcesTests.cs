using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotSourcesTests
{
    private static readonly AnswerPaths Paths = new([], [new JobKey("d", "j"), new JobKey("d", "k")]);
    private static readonly JobKey J = new("d", "j");
    private static readonly JobKey K = new("d", "k");

    [Fact]
    public void Paths_EveryKind_IsFoundAgain()
    {
        (NewBody About, string Path, SnapshotFileKind Kind)[] all =
        [
            (AnswerPaths.DashboardsPage, "testgrid/dashboards.html.gz", SnapshotFileKind.DashboardsPage),
            (AnswerPaths.ApiDashboards, "testgrid-api/dashboards.json.gz", SnapshotFileKind.ApiDashboards),
            (AnswerPaths.StateConfig, "testgrid-state/config.pb.gz", SnapshotFileKind.StateConfig),
            (Paths.Summary("d"), "testgrid/d/summary.json.gz", SnapshotFileKind.Summary),
            (Paths.Table(J), "testgrid/d/table/j.json.gz", SnapshotFileKind.Table),
            (Paths.ApiTabs("d"), "testgrid-api/d/tabs.json.gz", SnapshotFileKind.ApiTabs),
            (Paths.ApiTabSummaries("d"), "testgrid-api/d/tab-summaries.json.gz", SnapshotFileKind.ApiTabSummaries),
            (Paths.ApiHeaders(J), "testgrid-api/d/headers/j.json.gz", SnapshotFileKind.ApiHeaders),
            (Paths.ApiRows(J), "testgrid-api/d/rows/j.json.gz", SnapshotFileKind.ApiRows),
            (Paths.StateSummary("d"), "testgrid-state/d/summary.pb.gz", SnapshotFileKind.StateSummary),
            (Paths.StateTab(J), "testgrid-state/d/tabs/j.pb.zlib", SnapshotFileKind.StateTab),
            (Paths.StateGroup(J), "testgrid-state/d/groups/j.pb.zlib", SnapshotFileKind.StateGroup),
        ];
        foreach ((NewBody about, string path, SnapshotFileKind kind) in all)
        {
            about.Path.ShouldBe(path);
            SnapshotPaths.KindOf(path).ShouldBe(kind);
            SnapshotPaths.IsSafe(path).ShouldBeTrue();
            SnapshotPaths.BelongsTo(path, about.Dashboard, about.Job).ShouldBeTrue();
            SnapshotPaths.BelongsTo(path, "e", about.Job).ShouldBeFalse(path);
            SnapshotPaths.BelongsTo(path, about.Dashboard, "e").ShouldBeFalse(path);
        }

        Enum.GetValues<SnapshotFileKind>().Except(all.Select(a => a.Kind)).ShouldBe([SnapshotFileKind.Other, SnapshotFileKind.BuildListing, SnapshotFileKind.BuildFile]);
    }

    [Theory]
    [InlineData("prow/j/1/listing.json", SnapshotFileKind.BuildListing, null)]
    [InlineData("prow/j/1/build-log.txt.gz", SnapshotFileKind.BuildFile, "build-log.txt")]
    [InlineData("prow/j/1/artifacts/a%3Ab/x.gz.gz", SnapshotFileKind.BuildFile, "artifacts/a:b/x.gz")]
    public void Paths_OfBuilds_BelongToTheirNames(string path, SnapshotFileKind kind, string? artifact)
    {
        SnapshotPaths.KindOf(path).ShouldBe(kind);
        SnapshotPaths.IsSafe(path).ShouldBeTrue();
        SnapshotPaths.BelongsTo(path, null, "j", "1", artifact).ShouldBeTrue();
        SnapshotPaths.BelongsTo(path, "d", "j", "1", artifact).ShouldBeFalse();
        SnapshotPaths.BelongsTo(path, null, "k", "1", artifact).ShouldBeFalse();
        SnapshotPaths.BelongsTo(path, null, "j", "2", artifact).ShouldBeFalse();
        SnapshotPaths.BelongsTo(path, null, "j", "1", "other").ShouldBeFalse();
    }

    [Theory]
    [InlineData("config.pb.gz")]
    [InlineData("Config.PB.gz.part")]
    [InlineData("dashboards.json.gz")]
    public void Paths_DashboardNamedAsAFileBesideIt_GetsAnotherName(string dashboard)
    {
        SnapshotPaths.StateSummary(SafeNames.Encode(dashboard)).ShouldNotStartWith("testgrid-state/" + dashboard, Case.Insensitive);
    }

    [Fact]
    public void Counts_JobFromSeveralSources_CountsOnceFromTheFirst()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        Put(writer, Paths.ApiTabSummaries("d"));
        Put(writer, Paths.StateSummary("d"));
        Put(writer, Paths.ApiHeaders(J));
        Put(writer, Paths.ApiRows(J) with { Tests = 9, Runs = 9 });
        Put(writer, Paths.StateGroup(J) with { Tests = 5, Runs = 5 });
        Put(writer, Paths.StateTab(J) with { Tests = 4, Runs = 3 });
        Put(writer, Paths.ApiRows(K) with { Tests = 2, Runs = 1 });
        SnapshotCounts counts = writer.Complete().Counts;
        (counts.Dashboards, counts.Summaries, counts.Tables).ShouldBe((1, 1, 1));
        (counts.Tests, counts.Runs, counts.Cells).ShouldBe((4, 3, 12));
    }

    [Fact]
    public void Reader_JobFromSeveralSources_TakesTableThenStateThenApi()
    {
        using TestStore test = new();
        AnswerPaths paths = new([], [.. "abcde".Select(name => new JobKey("d", name.ToString()))]);
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            foreach (char name in "abcde")
            {
                JobKey key = new("d", name.ToString());
                Put(writer, paths.ApiHeaders(key));
                if (name != 'e')
                {
                    Put(writer, paths.ApiRows(key));
                }

                if (name < 'd')
                {
                    Put(writer, paths.StateGroup(key));
                }

                if (name < 'c')
                {
                    Put(writer, paths.StateTab(key));
                }

                if (name < 'b')
                {
                    Put(writer, paths.Table(key));
                }
            }

            Put(writer, paths.ApiTabSummaries("d"));
            writer.Complete();
        }

        SnapshotReader reader = test.Store.OpenSnapshots("latest")[0];
        reader.JobsWithTable("d").ShouldBe(["a", "b", "c", "d"], "The columns of a job alone are no grid.");
        AnswerIndex index = new(reader.Manifest.Files);
        index.Grids.Select(g => g.File.Kind).ShouldBe([SnapshotFileKind.Table, SnapshotFileKind.StateTab, SnapshotFileKind.StateGroup, SnapshotFileKind.ApiRows]);
        reader.ReadGrid(new JobKey("d", "d"), []).Key.Job.ShouldBe("d");
        reader.ReadGrid(new JobKey("d", "b"), []).Key.Job.ShouldBe("b");
        reader.ReadSummary("d", []).ShouldNotBeNull();
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Verify_SecondSourceThatCannotBeDecoded_IsFoundToo()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            Put(writer, Paths.Table(J));
            writer.Write(Paths.StateTab(J), TestStore.Bytes("no brace"));
            Put(writer, Paths.ApiHeaders(J));
            writer.Write(Paths.ApiRows(J), TestStore.Bytes("no brace"));
            writer.Write(Paths.ApiTabSummaries("d"), TestStore.Bytes("no brace"));
            writer.Complete();
        }

        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.Select(p => (p.Path, p.Kind)).ShouldBe(
            [
                ("testgrid-api/d/rows/j.json.gz", VerificationProblemKind.Undecodable),
                ("testgrid-api/d/tab-summaries.json.gz", VerificationProblemKind.Undecodable),
                ("testgrid-state/d/tabs/j.pb.zlib", VerificationProblemKind.Undecodable),
            ]);
    }

    private static void Put(SnapshotWriter writer, NewBody about) => writer.Write(about, TestStore.Bytes("{}"));
}
