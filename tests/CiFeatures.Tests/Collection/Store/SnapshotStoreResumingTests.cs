using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotStoreResumingTests
{
    private static readonly string[] Leftovers = [".journal", ".writing", "manifest.json.part"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void CreateOrResume_KilledAfterSomeBodies_EndsWithAnEqualSnapshot(int stored)
    {
        using TestStore whole = new();
        SnapshotManifest expected = ResumeScene.Finish(whole.Store);
        using TestStore test = new();
        using TemporaryFolder folder = new();
        using SnapshotWriter killed = ResumeScene.Begin(test.Store);
        ResumeScene.Store(killed, stored);
        SnapshotStore copy = ResumeScene.KilledCopy(test, folder.PathOf("copy"));

        using SnapshotWriter writer = ResumeScene.Begin(copy);
        writer.IsResumed.ShouldBeTrue();
        writer.Resumes.ShouldBe(1);
        writer.RecoveredFiles.ShouldBe(stored);
        writer.SnapshotId.ShouldBe(killed.SnapshotId);
        foreach ((NewBody about, byte[] body) in ResumeScene.Answers.Take(stored))
        {
            writer.ReadBack(writer.Recovered(about.Path)!).ShouldBe(body);
        }

        ResumeScene.Store(writer, ResumeScene.Answers.Count);
        SnapshotManifest manifest = writer.Complete();
        manifest.Fingerprint.ShouldBe(expected.Fingerprint);
        manifest.Files.ShouldBe(expected.Files);
        manifest.Counts.ShouldBe(expected.Counts);
        StoreVerification.Run(copy, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
        TemporaryFolder.Contents(copy.Root).Keys.ShouldNotContain(name => Leftovers.Contains(Path.GetFileName(name)));
    }

    [Fact]
    public void CreateOrResume_JournalCutAnywhere_EndsWithAnEqualSnapshot()
    {
        using TestStore whole = new();
        string expected = ResumeScene.Finish(whole.Store).Fingerprint;
        using TestStore test = new();
        using SnapshotWriter killed = ResumeScene.Begin(test.Store);
        ResumeScene.Store(killed, 3);
        long length = new FileInfo(Path.Combine(killed.Folder, ".journal")).Length;
        for (long cut = 0; cut <= length; cut += 41)
        {
            using TemporaryFolder folder = new();
            SnapshotStore copy = ResumeScene.KilledCopy(test, folder.PathOf("copy"));
            using (FileStream journal = File.OpenWrite(Path.Combine(ResumeScene.FolderOf(copy), ".journal")))
            {
                journal.SetLength(cut);
            }

            ResumeScene.Finish(copy).Fingerprint.ShouldBe(expected, $"cut at {cut}");
            StoreVerification.Run(copy, "latest", null, CancellationToken.None).Problems.ShouldBeEmpty($"cut at {cut}");
        }
    }

    [Fact]
    public void CreateOrResume_DamagedMissingAndForeignFiles_KeepsTheSoundOnesOnly()
    {
        using TestStore test = new();
        string folder;
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, 4);
            folder = writer.Folder;
        }

        string outside = Path.Combine(test.Store.Root, "outside.txt");
        File.WriteAllText(outside, "mine");
        File.WriteAllText(Path.Combine(folder, "testgrid", "d", "summary.json.gz"), "damaged");
        File.Delete(Path.Combine(folder, "testgrid", "d", "table", "c.json.gz"));
        File.WriteAllText(Path.Combine(folder, "testgrid", "d", "table", "x.json.gz"), "without a line");
        File.WriteAllText(Path.Combine(folder, "manifest.json.part"), "half");
        File.CreateSymbolicLink(Path.Combine(folder, "testgrid", "link"), outside);
        Directory.CreateSymbolicLink(Path.Combine(folder, "testgrid-api"), Directory.CreateDirectory(Path.Combine(test.Store.Root, "elsewhere")).FullName);

        using SnapshotWriter next = ResumeScene.Begin(test.Store);
        next.RecoveredFiles.ShouldBe(2);
        next.Recovered("testgrid/d/summary.json.gz").ShouldBeNull();
        TemporaryFolder.Contents(Path.Combine(folder, "testgrid")).Keys.ShouldBe(["d/table/a%2Fb.json.gz"]);
        Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([".journal", ".writing", "testgrid", "testgrid-state"]);
        File.ReadAllText(outside).ShouldBe("mine");
        Directory.Exists(Path.Combine(test.Store.Root, "elsewhere")).ShouldBeTrue();
        next.Write(ResumeScene.Answers[0].About, ResumeScene.Answers[0].Body).ShouldNotBeNull();
    }

    [Fact]
    public void CreateOrResume_JournalThatNamesFilesElsewhere_IsNotBelieved()
    {
        using TestStore test = new();
        string folder;
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, 1);
            folder = writer.Folder;
        }

        string journal = Path.Combine(folder, ".journal");
        string line = File.ReadAllLines(journal)[1];
        File.WriteAllText(Path.Combine(test.Store.Root, "secret.gz"), "x");
        File.AppendAllText(journal, line.Replace("testgrid/d/summary.json.gz", "../../secret.gz", StringComparison.Ordinal) + "\nnull\n[]\n\0\n");
        using SnapshotWriter next = ResumeScene.Begin(test.Store);
        next.RecoveredFiles.ShouldBe(1);
        next.Recovered("../../secret.gz").ShouldBeNull();
        File.Exists(Path.Combine(test.Store.Root, "secret.gz")).ShouldBeTrue();
    }

    [Fact]
    public void CreateOrResume_OtherChoice_BeginsANewOne()
    {
        using TestStore test = new();
        ResumeScene.Begin(test.Store).Dispose();
        using (SnapshotWriter recipe = test.Store.CreateOrResume(TestStore.Source, "another", ResumeScene.ADay))
        {
            recipe.IsResumed.ShouldBeFalse();
        }

        using (SnapshotWriter source = test.Store.CreateOrResume(new SnapshotSource("test", "there"), ResumeScene.Recipe, ResumeScene.ADay))
        {
            source.IsResumed.ShouldBeFalse();
        }

        using (SnapshotWriter never = test.Store.CreateOrResume(TestStore.Source, ResumeScene.Recipe, TimeSpan.Zero))
        {
            never.IsResumed.ShouldBeFalse();
        }

        test.Clock.Now += ResumeScene.ADay + TimeSpan.FromSeconds(1);
        using SnapshotWriter late = ResumeScene.Begin(test.Store);
        late.IsResumed.ShouldBeFalse();
        test.Store.List().Count.ShouldBe(5);
    }

    [Fact]
    public void CreateOrResume_SeveralThatFit_TakesTheNewestThatNobodyHolds()
    {
        using TestStore test = new();
        SnapshotWriter first = ResumeScene.Begin(test.Store);
        SnapshotWriter second = ResumeScene.Begin(test.Store);
        second.SnapshotId.ShouldEndWith("-2");
        first.Dispose();
        using (SnapshotWriter third = ResumeScene.Begin(test.Store))
        {
            third.SnapshotId.ShouldBe(first.SnapshotId);
        }

        second.Dispose();
        using SnapshotWriter fourth = ResumeScene.Begin(test.Store);
        fourth.SnapshotId.ShouldBe(second.SnapshotId);
        fourth.Resumes.ShouldBe(1);
    }

    [Fact]
    public void CreateOrResume_AtTheSameTime_NeverShareAFolder()
    {
        using TestStore test = new();
        for (int i = 0; i < 4; i++)
        {
            ResumeScene.Begin(test.Store).Dispose();
        }

        SnapshotWriter[] writers = new SnapshotWriter[12];
        Parallel.For(0, writers.Length, i => writers[i] = ResumeScene.Begin(new SnapshotStore(test.Store.Root, test.Clock, new FakeDecoder())));
        writers.Select(w => w.Folder).Distinct(StringComparer.Ordinal).Count().ShouldBe(writers.Length);
        Parallel.ForEach(writers, w =>
        {
            ResumeScene.Store(w, 4);
            w.Complete();
        });
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
        test.Store.List().Where(s => s.State == SnapshotState.Complete).Select(s => s.Fingerprint).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void CreateOrResume_KilledAfterTheManifest_IsCompleteAndLeftoversGo()
    {
        using TestStore test = new();
        using SnapshotWriter killed = ResumeScene.Begin(test.Store);
        ResumeScene.Store(killed, 4);
        using TemporaryFolder folder = new();
        SnapshotStore copy = ResumeScene.KilledCopy(test, folder.PathOf("copy"));
        string manifest = Path.Combine(ResumeScene.FolderOf(copy), "manifest.json");
        killed.Complete();
        File.Copy(Path.Combine(killed.Folder, "manifest.json"), manifest);

        copy.List().Single().State.ShouldBe(SnapshotState.Complete);
        StoreVerification.Run(copy, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
        using SnapshotWriter next = ResumeScene.Begin(copy);
        next.IsResumed.ShouldBeFalse();
        Directory.GetFiles(Path.GetDirectoryName(manifest)!).Select(Path.GetFileName).ShouldBe(["manifest.json"]);
    }

    [Fact]
    public void Complete_AfterResumes_CountsThemAndAddsUpTheTransfer()
    {
        using TestStore test = new();
        using (SnapshotWriter first = ResumeScene.Begin(test.Store))
        {
            first.NoteTransfer(new SnapshotTransfer { Requests = 3, Retries = 1, NotModified = 0, TransferredBytes = 70, Started = first.Started });
        }

        test.Clock.Now += TimeSpan.FromMinutes(5);
        ResumeScene.Begin(test.Store).Dispose();
        using SnapshotWriter last = ResumeScene.Begin(test.Store);
        last.Resumes.ShouldBe(2);
        last.Started.ShouldBe(last.Created);
        SnapshotTransfer earlier = last.EarlierTransfer.ShouldNotBeNull();
        earlier.Requests.ShouldBe(3);
        SnapshotManifest manifest = last.Complete(earlier with { Requests = 4, Finished = test.Clock.Now });
        manifest.Transfer!.Resumed.ShouldBe(2);
        test.Store.OpenSnapshots("latest")[0].Manifest.Transfer.ShouldBe(manifest.Transfer);
        manifest.Transfer.Finished.ShouldBe(manifest.Transfer.Started + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Write_RecoveredBody_CanBeReplacedOnce()
    {
        using TestStore test = new();
        using (SnapshotWriter first = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(first, 1);
        }

        NewBody about = ResumeScene.Answers[0].About;
        using (SnapshotWriter second = ResumeScene.Begin(test.Store))
        {
            second.Write(about, TestStore.Bytes("{\"s\":2}"));
            second.Recovered(about.Path).ShouldBeNull();
            Should.Throw<CiFeaturesException>(() => second.Write(about, TestStore.Bytes("{}"))).Code.ShouldBe("CIF1210");
        }

        using SnapshotWriter third = ResumeScene.Begin(test.Store);
        third.ReadBack(third.Recovered(about.Path)!).ShouldBe(TestStore.Bytes("{\"s\":2}"));
        third.Complete().Files.Count.ShouldBe(1);
    }

    [Fact]
    public void Discard_Journaled_LeavesNothingToResume()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            ResumeScene.Store(writer, 2);
            writer.Discard();
        }

        Directory.Exists(test.Store.Root).ShouldBeFalse();
    }

    [Fact]
    public void List_Incomplete_SaysWhatCanBeHoped()
    {
        using TestStore test = new();
        using SnapshotWriter alive = ResumeScene.Begin(test.Store);
        ResumeScene.Store(alive, 2);
        SnapshotWriter dead = ResumeScene.Begin(test.Store);
        ResumeScene.Store(dead, 3);
        dead.Dispose();
        test.Store.Create(TestStore.Source).Dispose();

        test.Store.List().Select(s => (s.State, s.StoredFiles, s.IsBeingWritten, s.CanBeResumed)).ShouldBe(
            [
                (SnapshotState.Incomplete, 2, true, false),
                (SnapshotState.Incomplete, 3, false, true),
                (SnapshotState.Incomplete, 0, false, false),
            ]);
    }
}
