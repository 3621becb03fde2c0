using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection.Replay.Prow;

public class ProwBucketTests
{
    private const string Root = $"/storage/v1/b/{ProwStore.Bucket}/o";
    private static readonly string LogTarget = $"{Root}/{Uri.EscapeDataString(ProwStore.Log)}?alt=media";

    [Fact]
    public async Task List_FolderByFolder_FindsJobsBuildsAndFiles()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);

        Texts(await JsonAsync(scene, $"{Root}?delimiter=/&prefix=logs/"), "prefixes").ShouldBe(["logs/ci-shop-nightly/", $"logs/{ProwStore.Job}/"]);
        JsonElement job = await JsonAsync(scene, $"{Root}?delimiter=/&prefix=logs/{ProwStore.Job}/");
        Texts(job, "prefixes").Length.ShouldBe(3);
        Names(job).ShouldBe([$"logs/{ProwStore.Job}/latest-build.txt"]);
        JsonElement artifacts = await JsonAsync(scene, $"{Root}?delimiter=/&prefix=logs/{ProwStore.Job}/{ProwStore.Build}/artifacts/");
        Texts(artifacts, "prefixes").ShouldBe([.. new[] { "build-resources/", "e2e/" }.Select(f => $"logs/{ProwStore.Job}/{ProwStore.Build}/artifacts/{f}")]);
        JsonElement dump = artifacts.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("name").GetString() == ProwStore.NotTaken);
        dump.GetProperty("size").GetString().ShouldBe("123456789");
        dump.GetProperty("updated").GetString().ShouldBe("2026-05-04T03:02:01.250Z");
        dump.TryGetProperty("md5Hash", out _).ShouldBeFalse();
        (await scene.SendAsync($"{Root}/{Uri.EscapeDataString(ProwStore.NotTaken)}?alt=media")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.SendAsync($"/{ProwStore.Bucket}/{ProwStore.NotTaken}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.Client.GetStringAsync($"/{ProwStore.Bucket}/logs/ci-shop-nightly/latest-build.txt")).ShouldBe("10");
    }

    [Theory]
    [InlineData("&startOffset=logs/ci-shop-nightly/9/", 8, "logs/ci-shop-nightly/9/artifacts/coredump.bin")]
    [InlineData("&endOffset=logs/ci-shop-nightly/10/finished", 1, "logs/ci-shop-nightly/10/build-log.txt")]
    [InlineData("&startOffset=logs/ci-shop-nightly/10/p&endOffset=logs/ci-shop-nightly/10/prowjob.json", 0, "")]
    public async Task List_WithOffsets_BeginsAndEndsThere(string query, int atLeast, string first)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        string[] names = Names(await JsonAsync(scene, $"{Root}?prefix=logs/ci-shop-nightly/{query}"));

        names.Length.ShouldBeGreaterThanOrEqualTo(atLeast);
        names.FirstOrDefault("").ShouldBe(first);
    }

    [Theory]
    [InlineData("items(name,size),nextPageToken", "name,size", true)]
    [InlineData("items/name,nextPageToken", "name", true)]
    [InlineData("items(md5Hash)", "md5Hash", false)]
    [InlineData("nextPageToken,prefixes", "", true)]
    public async Task List_WithFields_GivesThoseOnly(string fields, string expected, bool hasToken)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        JsonElement page = await JsonAsync(scene, $"{Root}?prefix=logs/ci-shop-nightly/9/build&maxResults=1&fields={Uri.EscapeDataString(fields)}");
        JsonElement more = await JsonAsync(scene, $"{Root}?prefix=logs/ci-shop-nightly/&maxResults=1&fields={Uri.EscapeDataString(fields)}");

        string found = page.TryGetProperty("items", out JsonElement items) ? string.Join(',', items[0].EnumerateObject().Select(p => p.Name)) : "";
        found.ShouldBe(expected);
        more.TryGetProperty("nextPageToken", out _).ShouldBe(hasToken);
        page.TryGetProperty("kind", out _).ShouldBeFalse();
        (await scene.SendAsync($"{Root}?fields=items(name")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Objects_OfTheTree_AreItsFilesWithTrueSums()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        int seen = 0;
        foreach (string path in Directory.GetFiles(ProwStore.Tree, "*", SearchOption.AllDirectories).Where(p => Path.GetFileName(p) is not ("build-log.txt" or "README.md")))
        {
            string name = Path.GetRelativePath(ProwStore.Tree, path).Replace('\\', '/');
            byte[] expected = await File.ReadAllBytesAsync(path);
            JsonElement facts = await JsonAsync(scene, $"{Root}/{Uri.EscapeDataString(name)}");
            facts.GetProperty("size").GetString().ShouldBe(expected.Length.ToString(CultureInfo.InvariantCulture));
#pragma warning disable CA5351 // What a bucket publishes.
            facts.GetProperty("md5Hash").GetString().ShouldBe(Convert.ToBase64String(MD5.HashData(expected)));
#pragma warning restore CA5351
            (await scene.Client.GetByteArrayAsync($"{Root}/{Uri.EscapeDataString(name)}?alt=media")).ShouldBe(expected);
            (await scene.Client.GetByteArrayAsync($"/{ProwStore.Bucket}/{name}")).ShouldBe(expected);
            (await scene.Client.GetByteArrayAsync($"/gcs/{ProwStore.Bucket}/{name}")).ShouldBe(expected);
            using HttpResponseMessage part = await scene.SendAsync($"/{ProwStore.Bucket}/{name}", null, ("Range", "bytes=10-19"), ("Accept-Encoding", "gzip"));
            (await part.Content.ReadAsByteArrayAsync()).ShouldBe(expected[10..20]);
            seen++;
        }

        seen.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task CompressedObject_ForWhoTakesGzip_IsTheStoredBytesWithSumsAndParts()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        JsonElement facts = await JsonAsync(scene, $"{Root}/{Uri.EscapeDataString(ProwStore.Log)}");
        facts.GetProperty("contentEncoding").GetString().ShouldBe("gzip");
        using HttpResponseMessage whole = await scene.SendAsync(LogTarget, null, ("Accept-Encoding", "gzip"));
        byte[] stored = await whole.Content.ReadAsByteArrayAsync();

        whole.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        stored.Length.ToString(CultureInfo.InvariantCulture).ShouldBe(facts.GetProperty("size").GetString());
        whole.Headers.GetValues("x-goog-hash").Single().Split(',').ShouldContain($"md5={facts.GetProperty("md5Hash").GetString()}");
        whole.Headers.GetValues("x-goog-stored-content-encoding").ShouldBe(["gzip"]);
        using var plain = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
        using var text = new MemoryStream();
        await plain.CopyToAsync(text);
        text.ToArray().ShouldBe(await File.ReadAllBytesAsync(Path.Combine(ProwStore.Tree, ProwStore.Log)));
        using HttpResponseMessage part = await scene.SendAsync(LogTarget, null, ("Accept-Encoding", "gzip"), ("Range", "bytes=-7"));
        (await part.Content.ReadAsByteArrayAsync()).ShouldBe(stored[^7..]);
    }

    [Fact]
    public async Task CompressedObject_ForWhoDoesNotTakeGzip_IsPlainWithoutLengthPartsAndSums()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        using HttpResponseMessage answer = await scene.SendAsync(LogTarget, null, ("Range", "bytes=0-9"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(await File.ReadAllBytesAsync(Path.Combine(ProwStore.Tree, ProwStore.Log)));
        answer.Headers.TransferEncodingChunked.ShouldBe(true);
        answer.Headers.Contains("x-goog-hash").ShouldBeFalse();
        answer.Headers.AcceptRanges.ShouldBeEmpty();
        answer.Headers.GetValues("x-goog-stored-content-encoding").ShouldBe(["gzip"]);
    }

    [Fact]
    public async Task Conditions_OnAnObject_AreKept()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        string target = $"/{ProwStore.Bucket}/logs/{ProwStore.Job}/{ProwStore.Build}/started.json";
        using HttpResponseMessage head = await scene.SendAsync(target, HttpMethod.Head);
        string generation = head.Headers.GetValues("x-goog-generation").Single();

        head.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(10);
        head.Content.Headers.LastModified.ShouldBe(ProwStore.Modified.AddMilliseconds(-250));
        (await scene.SendAsync(target, null, ("x-goog-if-generation-match", generation))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync(target, null, ("x-goog-if-generation-match", "1"))).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await scene.SendAsync($"{target}?generation={generation}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync($"{target}?generation=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.SendAsync(target, null, ("If-None-Match", head.Headers.ETag!.Tag))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await scene.SendAsync(target, null, ("Range", "bytes=1-2"), ("If-Range", head.Headers.ETag!.Tag))).StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await scene.SendAsync(target, null, ("Range", "bytes=9223372036854775807-"))).StatusCode.ShouldBe(HttpStatusCode.RequestedRangeNotSatisfiable);
        (await scene.SendAsync(target, null, ("Range", "bytes=0-9223372036854775807"))).StatusCode.ShouldBe(HttpStatusCode.PartialContent);
    }

    [Fact]
    public async Task Builds_OfAPullRequest_AreFoundByLinks()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store =>
        {
            using SnapshotWriter writer = store.Create(new SnapshotSource("import", ""));
            ProwStore.WriteBuild(writer, "pull-unit", "17", "gs://k8s-testgrid/pr-logs/pull/org_repo/5/pull-unit/17/", new Dictionary<string, byte[]> { ["started.json"] = "{}"u8.ToArray() });
            writer.Complete();
        });
        const string Link = "gs://k8s-testgrid/pr-logs/pull/org_repo/5/pull-unit/17";
        JsonElement page = await JsonAsync(scene, "/storage/v1/b/k8s-testgrid/o?prefix=pr-logs/directory/pull-unit/");

        JsonElement item = page.GetProperty("items").EnumerateArray().Single();
        item.GetProperty("name").GetString().ShouldBe("pr-logs/directory/pull-unit/17.txt");
        item.GetProperty("metadata").GetProperty("link").GetString().ShouldBe(Link);
        using HttpResponseMessage answer = await scene.SendAsync("/k8s-testgrid/pr-logs/directory/pull-unit/17.txt");
        (await answer.Content.ReadAsStringAsync()).ShouldBe(Link);
        answer.Headers.GetValues("x-goog-meta-link").ShouldBe([Link]);

        // The bucket of the state is the same one here, and still has its own objects.
        (await scene.SendAsync("/k8s-testgrid/config")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task DamagedFile_IsAnErrorAndNeverOtherBytes()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        string file = scene.FileOf(SnapshotPaths.BuildFile(ProwStore.Job, ProwStore.Build, "started.json"));
        byte[] good = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        await File.WriteAllBytesAsync(file, [.. good[..^9], 1, .. good[^8..]]);
        (await scene.SendAsync($"/{ProwStore.Bucket}/logs/{ProwStore.Job}/{ProwStore.Build}/started.json")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        File.Delete(file);
        (await scene.SendAsync($"/{ProwStore.Bucket}/logs/{ProwStore.Job}/{ProwStore.Build}/started.json")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        scene.Server.Counters.Errors.ShouldBe(2);
    }

    [Theory]
    [InlineData("/gcs/test-results/../../etc/passwd")]
    [InlineData("/gcs/test-results/logs/..%2F..%2Fmanifest.json")]
    [InlineData("/test-results/../manifest.json")]
    [InlineData("/test-results//etc/passwd")]
    [InlineData("/gcs/other/")]
    [InlineData("/gcs/test-results/prow/")]
    public async Task Targets_ThatClimb_LeadNowhere(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);

        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, target)).ShouldBe(404);
    }

    private static async Task<JsonElement> JsonAsync(ReplayScene scene, string target) => JsonDocument.Parse(await scene.Client.GetByteArrayAsync(target)).RootElement;

    private static string[] Names(JsonElement page) => page.TryGetProperty("items", out JsonElement items) ? [.. items.EnumerateArray().Select(i => i.GetProperty("name").GetString()!)] : [];

    private static string[] Texts(JsonElement json, string field) => [.. json.GetProperty(field).EnumerateArray().Select(t => t.GetString()!)];
}
