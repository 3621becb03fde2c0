using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Pruning;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store.Pruning;

public class SnapshotStorePruningTests
{
    [Fact]
    public void Prune_KeepTwo_DeletesTheOldest()
    {
        using TestStore test = new();
        string[] ids = [.. Enumerable.Range(0, 4).Select(i => test.Write(summary: $"{{{i}}}").Id)];
        PruneReport report = Prune(test, new PruneOptions { Keep = 2 });
        report.Deleted.Select(s => s.Id).ShouldBe(ids[..2]);
        report.Kept.Select(s => s.Id).ShouldBe(ids[2..]);
        test.Store.Resolve("all").ShouldBe(ids[2..]);
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Prune_KeepDays_DeletesWhatIsOlder()
    {
        using TestStore test = new();
        string[] ids = new string[5];
        for (int i = 0; i < 5; i++)
        {
            ids[i] = test.Write().Id;
            test.Clock.Now += TimeSpan.FromDays(1);
        }

        Prune(test, new PruneOptions { KeepWithin = TimeSpan.FromDays(3), Keep = 1 }).Deleted.Select(s => s.Id).ShouldBe(ids[..2]);
        Prune(test, new PruneOptions { KeepWithin = TimeSpan.FromHours(1), Keep = 2 }).Deleted.Select(s => s.Id).ShouldBe(ids[2..3]);
        Prune(test, new PruneOptions { KeepWithin = TimeSpan.FromHours(1) }).Kept.ShouldBeEmpty();
    }

    [Fact]
    public void Prune_NothingSaid_DeletesNothing()
    {
        using TestStore test = new();
        test.Write();
        foreach (PruneOptions options in new PruneOptions[] { new(), new() { Incomplete = true }, new() { Keep = 0 }, new() { Keep = -1, KeepWithin = TimeSpan.FromDays(1) }, new() { KeepWithin = TimeSpan.Zero } })
        {
            CiFeaturesException e = Should.Throw<CiFeaturesException>(() => Prune(test, options));
            e.Code.ShouldBe("CIF1214");
            e.Kind.ShouldBe(ErrorKind.Usage);
        }

        test.Store.Resolve("all").Count.ShouldBe(1);
    }

    [SkippableFact]
    public void Prune_SharedBodies_FreeNothing()
    {
        using TestStore test = new();
        string first = test.Write(summary: "{1}", table: "{same}").Id;
        string second = test.Write(summary: "{22}", table: "{same}").Id;
        test.Write(summary: "{333}", table: "{other}");
        long own = Length(test, first, "manifest.json") + Length(test, first, "testgrid/d/summary.json.gz");
        long both = own + Length(test, second, "manifest.json") + Length(test, second, "testgrid/d/summary.json.gz") + Length(test, second, "testgrid/d/table/a%2Fb.json.gz");
        PruneReport one = Prune(test, new PruneOptions { Keep = 2, DryRun = true });
        Skip.If(one.FreedBytes is null, "This system does not tell how many names a file has.");
        one.FreedBytes.ShouldBe(own);
        Prune(test, new PruneOptions { Keep = 1, DryRun = true }).FreedBytes.ShouldBe(both);
        test.Store.Resolve("all").Count.ShouldBe(3);
        Prune(test, new PruneOptions { Keep = 1 }).FreedBytes.ShouldBe(both);
        test.Store.Resolve("all").Count.ShouldBe(1);
    }

    [Fact]
    public void Prune_IncompleteOnes_GoOnlyWhenAskedAndOldAndDead()
    {
        using TestStore test = new();
        SnapshotWriter dead = ResumeScene.Begin(test.Store);
        using SnapshotWriter alive = ResumeScene.Begin(test.Store);
        dead.Dispose();
        test.Clock.Now += TimeSpan.FromDays(2);
        SnapshotWriter young = test.Store.Create(TestStore.Source);
        young.Dispose();
        string whole = test.Write().Id;

        Prune(test, new PruneOptions { Keep = 1 }).Deleted.ShouldBeEmpty();
        PruneReport report = Prune(test, new PruneOptions { Keep = 1, Incomplete = true });
        report.Deleted.Select(s => s.Id).ShouldBe([dead.SnapshotId]);
        report.Kept.Select(s => s.Id).ShouldBe([alive.SnapshotId, young.SnapshotId, whole]);
        Prune(test, new PruneOptions { Keep = 1, Incomplete = true, IncompleteWithin = TimeSpan.Zero }).Deleted.Select(s => s.Id).ShouldBe([young.SnapshotId]);
        alive.Write(ResumeScene.Answers[0].About, ResumeScene.Answers[0].Body);
        alive.Complete();
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Prune_DamagedManifest_StaysAndCountsForNothing()
    {
        using TestStore test = new();
        test.Write();
        string damaged = test.Write().Id;
        File.WriteAllText(test.FileOf(damaged, "manifest.json"), "[]");
        Prune(test, new PruneOptions { Keep = 1 }).Deleted.ShouldBeEmpty();
        test.Store.List().Count.ShouldBe(2);
    }

    [SkippableFact]
    public void Prune_FolderThatIsALink_DeletesTheLinkOnly()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege there.");
        using TestStore test = new();
        string id = test.Write().Id;
        string elsewhere = Path.Combine(test.Store.Root, "elsewhere");
        Directory.Move(test.FileOf(id, ""), elsewhere);
        Directory.CreateSymbolicLink(Path.TrimEndingDirectorySeparator(test.FileOf(id, "")), elsewhere);
        string newer = test.Write().Id;
        Prune(test, new PruneOptions { Keep = 1 }).Deleted.Select(s => s.Id).ShouldBe([id]);
        File.Exists(Path.Combine(elsewhere, "manifest.json")).ShouldBeTrue();
        test.Store.List().Select(s => s.Id).ShouldBe([newer]);
    }

    [Fact]
    public void Delete_BeingWritten_IsRefused()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        Should.Throw<CiFeaturesException>(() => test.Store.Delete(writer.SnapshotId)).Code.ShouldBe("CIF1215");
        writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}"));
        writer.Complete().Files.Count.ShouldBe(1);
    }

    [Fact]
    public void Prune_SeveralAtOnceBesideCollections_DoNoHarm()
    {
        using TestStore test = new();
        for (int i = 0; i < 12; i++)
        {
            ResumeScene.Finish(test.Store);
        }

        Parallel.For(0, 12, i =>
        {
            SnapshotStore own = new(test.Store.Root, test.Clock, new FakeDecoder());
            if (i % 2 == 0)
            {
                own.Prune(new PruneOptions { Keep = 2, Incomplete = true, IncompleteWithin = TimeSpan.FromDays(1) }, null, CancellationToken.None).Failed.ShouldBeEmpty();
            }
            else
            {
                ResumeScene.Finish(own);
            }
        });
        Prune(test, new PruneOptions { Keep = 2 }).Kept.Count(s => s.State == SnapshotState.Complete).ShouldBe(2);
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Prune_Cancelled_StopsBetweenTwo()
    {
        using TestStore test = new();
        test.Write();
        test.Write();
        Should.Throw<OperationCanceledException>(() => test.Store.Prune(new PruneOptions { Keep = 1 }, null, new CancellationToken(canceled: true)));
        test.Store.Resolve("all").Count.ShouldBe(2);
    }

    private static PruneReport Prune(TestStore test, PruneOptions options) => test.Store.Prune(options, null, CancellationToken.None);

    private static long Length(TestStore test, string id, string path) => new FileInfo(test.FileOf(id, path)).Length;
}
