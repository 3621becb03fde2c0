using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotWriterBuildsTests
{
    private static readonly NewBody Log = new("prow/j/1/build-log.txt.gz") { Job = "j", Build = "1", Artifact = "build-log.txt", Url = "gs://b/logs/j/1/build-log.txt" };
    private static readonly MissingFile Podinfo = new("j", "1", "podinfo.json", "gs://b/logs/j/1/podinfo.json");

    [Fact]
    public void Complete_WithBuilds_CountsThemAndWhatTheyLack()
    {
        using var test = new TestStore();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(Log, new MemoryStream(TestStore.Bytes("hello")));
        writer.NoteMissing(Podinfo);
        writer.NoteMissing(Podinfo);

        SnapshotManifest manifest = writer.Complete();

        manifest.Counts.Builds.ShouldBe(1);
        manifest.Counts.Missing.ShouldBe(1);
        manifest.Missing.ShouldBe([Podinfo]);
        SnapshotReader reader = test.Store.OpenSnapshots("latest").Single();
        reader.Manifest.Missing.ShouldBe([Podinfo]);
        reader.ReadBody(reader.Manifest.Files.Single()).ShouldBe(TestStore.Bytes("hello"));
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Complete_WithoutBuilds_SaysNothingOfThem()
    {
        using var test = new TestStore();
        SnapshotManifest manifest = test.Write();

        string json = File.ReadAllText(test.FileOf(manifest.Id, "manifest.json"));

        json.ShouldNotContain("missing");
        json.ShouldNotContain("\"build");
        json.ShouldNotContain("artifact");
    }

    [Fact]
    public void Write_AStreamOrBytes_GivesTheSameFile()
    {
        byte[] body = [.. Enumerable.Range(0, 500_000).Select(i => (byte)(i * 31 >> 3))];
        using var first = new TestStore();
        using var second = new TestStore();
        foreach (byte[] some in new[] { body, [], body[..65536] })
        {
            using SnapshotWriter a = first.Store.Create(TestStore.Source);
            using SnapshotWriter b = second.Store.Create(TestStore.Source);
            a.Write(Log, some);
            b.Write(Log, new MemoryStream(some));
            File.ReadAllBytes(second.FileOf(b.SnapshotId, Log.Path)).ShouldBe(File.ReadAllBytes(first.FileOf(a.SnapshotId, Log.Path)));
        }
    }

    [Fact]
    public void Write_AStreamThatBreaks_LeavesNothing()
    {
        using var test = new TestStore();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);

        Should.Throw<InvalidOperationException>(() => writer.Write(Log, new BreakingStream()));

        Directory.GetFiles(writer.Folder, "build-log*", SearchOption.AllDirectories).ShouldBeEmpty();
        writer.Write(Log, new MemoryStream([1])).Bytes.ShouldBe(1);
    }

    [Fact]
    public void CreateOrResume_WhatWasMissingBefore_IsStillOnRecord()
    {
        using var test = new TestStore();
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            writer.Write(Log, new MemoryStream([1, 2]));
            writer.NoteMissing(Podinfo);
        }

        using SnapshotWriter next = ResumeScene.Begin(test.Store);

        next.IsResumed.ShouldBeTrue();
        next.IsMissing(Podinfo).ShouldBeTrue();
        next.Recovered(Log.Path).ShouldNotBeNull();
        next.Complete().Missing.ShouldBe([Podinfo]);
    }

    [Fact]
    public void CreateOrResume_HalfOfAFile_IsKeptUntilTheSnapshotIsWhole()
    {
        using var test = new TestStore();
        string half;
        using (SnapshotWriter writer = ResumeScene.Begin(test.Store))
        {
            half = writer.IncomingPath(Log.Path);
            File.WriteAllText(half, "half");
        }

        using SnapshotWriter next = ResumeScene.Begin(test.Store);
        File.ReadAllText(next.IncomingPath(Log.Path)).ShouldBe("half");
        next.Complete();
        File.Exists(half).ShouldBeFalse();
    }

    [Theory]
    [InlineData("prow/j/1/other.txt.gz")]
    [InlineData("prow/k/1/build-log.txt.gz")]
    [InlineData("prow/j/2/build-log.txt.gz")]
    [InlineData("prow/j/1/listing.json")]
    [InlineData("testgrid/d/summary.json.gz")]
    public void Write_APathOfSomethingElse_IsRefused(string path)
    {
        using var test = new TestStore();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);

        Should.Throw<ArgumentException>(() => writer.Write(Log with { Path = path }, new MemoryStream([1])));
    }

    [Fact]
    public void ReuseFile_ABodyOfAFormerSnapshot_IsSharedAndADamagedOneIsNot()
    {
        using var test = new TestStore();
        SnapshotFile former;
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            former = writer.Write(Log with { Etag = "\"e\"" }, new MemoryStream(new byte[100_000]));
            writer.Complete();
        }

        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            writer.ReuseFile(Log, writer.Former(Log.Path, Log.Url)!)!.Sha256.ShouldBe(former.Sha256);
            writer.LinkedFiles.ShouldBe(1);
        }

        string stored = Directory.GetFiles(test.Store.Root, "build-log.txt.gz", SearchOption.AllDirectories)[0];
        byte[] bytes = File.ReadAllBytes(stored);
        bytes[20] ^= 1;
        File.WriteAllBytes(stored, bytes);
        using SnapshotWriter third = test.Store.Create(TestStore.Source);
        third.ReuseFile(Log, third.Former(Log.Path, Log.Url)!).ShouldBeNull();
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldNotBeEmpty();
    }

    private sealed class BreakingStream : MemoryStream
    {
        private int _reads;

        public override int Read(byte[] buffer, int offset, int count) => ++_reads > 1 ? throw new InvalidOperationException() : count;

        public override int Read(Span<byte> buffer) => ++_reads > 1 ? throw new InvalidOperationException() : buffer.Length;
    }
}
