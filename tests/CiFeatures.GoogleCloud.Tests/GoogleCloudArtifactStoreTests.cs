using System.IO.Compression;
using System.Security.Cryptography;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.GoogleCloud.Tests.Support;
using CiFeatures.Tests.Collection.Replay.Prow;

namespace CiFeatures.GoogleCloud.Tests;

public class GoogleCloudArtifactStoreTests
{
    private const string Folder = $"logs/{ProwStore.Job}/{ProwStore.Build}/";
    private const string Started = Folder + "started.json";

    [Fact]
    public async Task ListAsync_OfAFolder_GivesItsObjectsAndFolders()
    {
        await using BucketScene scene = await BucketScene.StartAsync();
        ArtifactPage page = await scene.Store.ListAsync(new ArtifactListRequest(Folder), CancellationToken.None);

        page.Folders.ShouldBe([Folder + "artifacts/"]);
        page.Objects.Select(o => o.Name[Folder.Length..]).ShouldBe(["build-log.txt", "finished.json", "podinfo.json", "prowjob.json", "started.json"]);
        page.Next.ShouldBeNull();
        page.Foul.ShouldBeEmpty();
        ArtifactObject started = page.Objects[^1];
        byte[] expected = FileOf(Started);
        started.Bytes.ShouldBe(expected.Length);
        started.Modified.ShouldBe(ProwStore.Modified);
#pragma warning disable CA5351 // What a bucket publishes.
        started.Md5.ShouldBe(Convert.ToHexStringLower(MD5.HashData(expected)));
#pragma warning restore CA5351
        started.Crc32C.ShouldNotBeNull();
        started.Generation.ShouldNotBeNullOrEmpty();
        page.Objects[0].ContentEncoding.ShouldBe("gzip");
        scene.Store.Bucket.ShouldBe("gs://" + ProwStore.Bucket);
        scene.Store.Traffic.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task ListAsync_OfManyObjects_GoesPageByPageFromAnywhere()
    {
        const int Count = 2500;
        await using BucketScene scene = await BucketScene.StartAsync(fill: store =>
        {
            using SnapshotWriter writer = store.Create(new SnapshotSource("import", ""));
            ProwStore.WriteBuild(writer, "job", "1", "gs://many-files/logs/job/1/", Enumerable.Range(0, Count).ToDictionary(i => $"f{i:d4}.txt", i => new[] { (byte)i }));
            writer.Complete();
        }, bucket: "many-files");

        (await AllAsync(scene.Store, new ArtifactListRequest("logs/job/1/"))).Count.ShouldBe(Count);
        List<ArtifactObject> tail = await AllAsync(scene.Store, new ArtifactListRequest("logs/job/1/") { StartAt = "logs/job/1/f2490.txt" });
        tail.Count.ShouldBe(10);
        (await AllAsync(scene.Store, new ArtifactListRequest("logs/") { WholeTree = true })).Count.ShouldBe(Count + 1);
    }

    [Fact]
    public async Task OpenAsync_OfEveryObject_GivesItsStoredBytesAndTheirHashes()
    {
        await using BucketScene scene = await BucketScene.StartAsync();
        int seen = 0;
        foreach (ArtifactObject found in await AllAsync(scene.Store, new ArtifactListRequest("logs/") { WholeTree = true }))
        {
            await using ArtifactDownload? download = await scene.Store.OpenAsync(new ArtifactOpenRequest(found.Name), CancellationToken.None);
            if (found.Name.EndsWith("coredump.bin", StringComparison.Ordinal))
            {
                // Listed, and not there.
                download.ShouldBeNull();
                continue;
            }

            byte[] stored = await ReadAsync(download!);
            (download!.From, download.IsStored, download.TotalBytes, stored.LongLength).ShouldBe((0, true, found.Bytes, found.Bytes!.Value));
            (download.Generation, download.Crc32C, download.ContentEncoding).ShouldBe((found.Generation, found.Crc32C, found.ContentEncoding ?? ""));
#pragma warning disable CA5351 // What a bucket publishes.
            Convert.ToHexStringLower(MD5.HashData(stored)).ShouldBe(found.Md5);
#pragma warning restore CA5351
            download.Md5.ShouldBe(found.Md5);
            if (!found.Name.EndsWith("latest-build.txt", StringComparison.Ordinal))
            {
                Plain(stored, download.ContentEncoding).ShouldBe(FileOf(found.Name));
                seen++;
            }
        }

        seen.ShouldBeGreaterThan(25);
    }

    [Theory]
    [InlineData(Started)]
    [InlineData(Folder + "build-log.txt")]
    public async Task OpenAsync_FromTheMiddle_GivesTheRest(string name)
    {
        await using BucketScene scene = await BucketScene.StartAsync();
        await using ArtifactDownload whole = (await scene.Store.OpenAsync(new ArtifactOpenRequest(name), CancellationToken.None))!;
        byte[] bytes = await ReadAsync(whole);
        await using ArtifactDownload rest = (await scene.Store.OpenAsync(new ArtifactOpenRequest(name, 17) { Generation = whole.Generation, Etag = whole.Etag }, CancellationToken.None))!;

        (rest.From, rest.TotalBytes, rest.Status).ShouldBe((17, bytes.Length, 206));
        (await ReadAsync(rest)).ShouldBe(bytes[17..]);
        rest.Crc32C.ShouldBeNull();
        await using ArtifactDownload nothing = (await scene.Store.OpenAsync(new ArtifactOpenRequest(name, bytes.Length) { Generation = whole.Generation }, CancellationToken.None))!;
        nothing.From.ShouldBe(bytes.Length);
        (await ReadAsync(nothing)).ShouldBeEmpty();
        foreach (ArtifactOpenRequest other in new[] { new ArtifactOpenRequest(name, 17) { Generation = "1" }, new ArtifactOpenRequest(name, 17) { Etag = "\"other\"" }, new ArtifactOpenRequest(name, 999_999) })
        {
            await using ArtifactDownload anew = (await scene.Store.OpenAsync(other, CancellationToken.None))!;
            anew.From.ShouldBe(0);
            (await ReadAsync(anew)).ShouldBe(bytes);
        }
    }

    [Fact]
    public async Task OpenAsync_OfABodyThatIsThere_GivesNoBytes()
    {
        await using BucketScene scene = await BucketScene.StartAsync();
        await using ArtifactDownload first = (await scene.Store.OpenAsync(new ArtifactOpenRequest(Started), CancellationToken.None))!;
        await ReadAsync(first);
        await using ArtifactDownload second = (await scene.Store.OpenAsync(new ArtifactOpenRequest(Started) { Etag = first.Etag }, CancellationToken.None))!;

        second.NotModified.ShouldBeTrue();
        (await ReadAsync(second)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WhatIsMissing_IsAnAnswerAndNoError()
    {
        await using BucketScene scene = await BucketScene.StartAsync();

        (await scene.Store.FindAsync("logs/none", CancellationToken.None)).ShouldBeNull();
        (await scene.Store.OpenAsync(new ArtifactOpenRequest("logs/none"), CancellationToken.None)).ShouldBeNull();
        (await scene.Store.ListAsync(new ArtifactListRequest("none/"), CancellationToken.None)).Objects.ShouldBeEmpty();
        (await scene.Store.FindAsync(Started, CancellationToken.None))!.Bytes.ShouldBe(FileOf(Started).Length);
        scene.Store.Traffic.Retries.ShouldBe(0);
    }

    [Theory]
    [InlineData("503:0.3,429:0.1,reset:0.2", 1)]
    [InlineData("truncate:0.3,break:0.3", 2)]
    [InlineData("break:0.4,503:0.2,reset:0.1", 3)]
    public async Task EveryObject_ThroughFaults_IsWholeInTheEnd(string faults, ulong seed)
    {
        await using BucketScene scene = await BucketScene.StartAsync(faults, seed, new GoogleCloudOptions { Retries = 12 });
        foreach (ArtifactObject found in (await AllAsync(scene.Store, new ArtifactListRequest(Folder) { WholeTree = true })).Where(o => !o.Name.EndsWith(".bin", StringComparison.Ordinal)))
        {
            byte[] stored = await ReadResumingAsync(scene.Store, found.Name);
#pragma warning disable CA5351 // What a bucket publishes.
            Convert.ToHexStringLower(MD5.HashData(stored)).ShouldBe(found.Md5);
#pragma warning restore CA5351
        }

        scene.Server.Counters.Faults.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task OpenAsync_OfAnAnswerThatStalls_BreaksWhenPatienceEnds()
    {
        await using BucketScene scene = await BucketScene.StartAsync("stall:1", options: new GoogleCloudOptions { Patience = TimeSpan.FromMilliseconds(300) });
        await using ArtifactDownload download = (await scene.Store.OpenAsync(new ArtifactOpenRequest(Started), CancellationToken.None))!;

        await Should.ThrowAsync<IOException>(() => ReadAsync(download));
    }

    [Fact]
    public async Task AskAsync_OfAServiceThatNeverAnswers_SaysSoAfterItsTries()
    {
        await using BucketScene scene = await BucketScene.StartAsync("503:1", options: new GoogleCloudOptions { Retries = 2 });

        foreach (Func<Task> ask in new Func<Task>[] { () => scene.Store.OpenAsync(new ArtifactOpenRequest(Started), CancellationToken.None), () => scene.Store.FindAsync(Started, CancellationToken.None), () => scene.Store.ListAsync(new ArtifactListRequest(Folder), CancellationToken.None) })
        {
            CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(ask);
            (error.Code, error.Kind).ShouldBe(("CIF1280", ErrorKind.SourceUnavailable));
        }

        scene.Store.Traffic.ShouldBe(new ArtifactTraffic(9, scene.Store.Traffic.Bytes, 6));
    }

    [Fact]
    public async Task AskAsync_OfAServiceThatRefuses_SaysSoAtOnce()
    {
        await using BucketScene scene = await BucketScene.StartAsync("403:1");
        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(() => scene.Store.OpenAsync(new ArtifactOpenRequest(Started), CancellationToken.None));

        error.Code.ShouldBe("CIF1281");
        scene.Store.Traffic.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData("A bucket", null, "CIF1283")]
    [InlineData("bucket", "/no/such/file.json", "CIF1282")]
    public async Task OpenAsync_WithSettingsThatCannotBe_SaysSo(string bucket, string? credentials, string code)
    {
        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(() => GoogleCloudArtifactStore.OpenAsync(bucket, new GoogleCloudOptions { Credentials = credentials }, TimeProvider.System, CancellationToken.None));

        error.Code.ShouldBe(code);
    }

    private static async Task<List<ArtifactObject>> AllAsync(GoogleCloudArtifactStore store, ArtifactListRequest request)
    {
        List<ArtifactObject> all = [];
        ArtifactListRequest? next = request;
        while (next is not null)
        {
            ArtifactPage page = await store.ListAsync(next, CancellationToken.None);
            all.AddRange(page.Objects);
            next = page.Next is null ? null : request with { Continuation = page.Next };
        }

        return all;
    }

    private static async Task<byte[]> ReadResumingAsync(GoogleCloudArtifactStore store, string name)
    {
        using var bytes = new MemoryStream();
        string? generation = null;
        for (int tries = 0; tries < 60; tries++)
        {
            await using ArtifactDownload download = (await store.OpenAsync(new ArtifactOpenRequest(name, bytes.Length) { Generation = generation }, CancellationToken.None))!;
            generation = download.Generation;
            bytes.SetLength(download.From);
            bytes.Position = download.From;
            try
            {
                await download.Body.CopyToAsync(bytes);
                return bytes.ToArray();
            }
            catch (IOException)
            {
                // It is opened again from where it broke.
            }
        }

        throw new InvalidOperationException($"{name} never was whole.");
    }

    private static async Task<byte[]> ReadAsync(ArtifactDownload download)
    {
        using var bytes = new MemoryStream();
        await download.Body.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static byte[] Plain(byte[] stored, string coding)
    {
        if (coding.Length == 0)
        {
            return stored;
        }

        using var gzip = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    private static byte[] FileOf(string name) => File.ReadAllBytes(Path.Combine(ProwStore.Tree, name));
}
