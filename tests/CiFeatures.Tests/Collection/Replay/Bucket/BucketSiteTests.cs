using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Collection.Replay.Bucket;

public class BucketSiteTests
{
    private const string Root = "/storage/v1/b/k8s-testgrid/o";
    private static readonly string TabName = $"tabs/{OtherSources.Key.Dashboard}/{OtherSources.Key.Job}";

#pragma warning disable CA5351 // What a bucket publishes.
    [Fact]
    public async Task List_OfTheSample_HasEveryObjectWithTrueSums()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        JsonElement items = (await JsonAsync(scene, Root)).GetProperty("items");

        string[] names = [.. items.EnumerateArray().Select(i => i.GetProperty("name").GetString()!)];
        names.ShouldBe(names.Order(StringComparer.Ordinal));
        names.ShouldContain("config");
        names.Count(n => n.StartsWith("tabs/", StringComparison.Ordinal)).ShouldBe(7);
        names.Count(n => n.StartsWith("grid/", StringComparison.Ordinal)).ShouldBe(7);
        names.ShouldContain("summary/summary-simplatformrelease51blocking");
        names.Length.ShouldBe(17);
        foreach (JsonElement item in items.EnumerateArray())
        {
            byte[] body = await scene.Client.GetByteArrayAsync($"{Root}/{Uri.EscapeDataString(item.GetProperty("name").GetString()!)}?alt=media");
            item.GetProperty("size").GetString().ShouldBe(body.Length.ToString(CultureInfo.InvariantCulture));
            item.GetProperty("md5Hash").GetString().ShouldBe(Convert.ToBase64String(MD5.HashData(body)));
            Convert.FromBase64String(item.GetProperty("crc32c").GetString()!).Length.ShouldBe(4);
            item.GetProperty("bucket").GetString().ShouldBe("k8s-testgrid");
            item.GetProperty("updated").GetDateTimeOffset().ShouldBe(scene.Snapshot.Created);
        }
    }
#pragma warning restore CA5351

    [Fact]
    public async Task List_WithPrefixDelimiterAndPages_IsWalkedAsABucketsIs()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        JsonElement top = await JsonAsync(scene, $"{Root}?delimiter=/");
        Texts(top, "prefixes").ShouldBe(["grid/", "summary/", "tabs/"]);
        JsonElement tabs = await JsonAsync(scene, $"{Root}?delimiter=%2F&prefix=tabs%2F");
        Texts(tabs, "prefixes").ShouldBe(scene.Snapshot.Dashboards.Select(d => $"tabs/{d}/"));

        List<string> names = [];
        string page = "";
        while (true)
        {
            JsonElement json = await JsonAsync(scene, $"{Root}?prefix=tabs/&maxResults=3{page}");
            names.AddRange(json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("name").GetString()!));
            if (!json.TryGetProperty("nextPageToken", out JsonElement token))
            {
                break;
            }

            page = "&pageToken=" + token.GetString();
        }

        names.Count.ShouldBe(7);
        names.ShouldBeUnique();
        JsonElement none = await JsonAsync(scene, $"{Root}?prefix=nothing");
        none.TryGetProperty("items", out _).ShouldBeFalse();
        (await scene.SendAsync($"{Root}?pageToken=%21%21")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await scene.SendAsync($"{Root}?maxResults=-1")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(SnapshotFileKind.StateTab, "tabs/dash/My Job", "grid/some-group")]
    [InlineData(SnapshotFileKind.StateGroup, "grid/some-group", "tabs/dash/My Job")]
    public async Task Objects_ThatWereStored_AreTheStoredBytes(SnapshotFileKind kind, string there, string absent)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, kind));
        SnapshotReader snapshot = scene.Snapshot;
        byte[] Body(SnapshotFileKind wanted) => snapshot.ReadBody(snapshot.Manifest.Files.Single(f => f.Kind == wanted));

        (await scene.Client.GetByteArrayAsync("/k8s-testgrid/config")).ShouldBe(Body(SnapshotFileKind.StateConfig));
        (await scene.Client.GetByteArrayAsync("/k8s-testgrid/summary/summary-dash")).ShouldBe(Body(SnapshotFileKind.StateSummary));
        (await scene.Client.GetByteArrayAsync($"{Root}/{Uri.EscapeDataString(there)}?alt=media")).ShouldBe(Body(kind));
        (await scene.SendAsync($"{Root}/{Uri.EscapeDataString(absent)}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Objects_OfASnapshotOfLegacyAnswers_LeadFromTheConfigToTheSameCells()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        StateConfig config = StateConfigReader.Read(await scene.Client.GetByteArrayAsync("/k8s-testgrid/config"), []);
        int grids = 0;
        foreach (StateDashboard dashboard in config.Dashboards)
        {
            foreach (StateTab tab in dashboard.Tabs.Where(t => scene.Snapshot.JobsWithTable(dashboard.Name).Contains(t.Name)))
            {
                var key = new JobKey(dashboard.Name, tab.Name);
                string expected = OtherSources.CellsOf(scene.Snapshot.ReadGrid(key, []));
                foreach (string name in new[] { $"tabs/{key.Dashboard}/{key.Job}", $"grid/{tab.TestGroup}" })
                {
                    JobGrid grid = StateGridReader.Read(await scene.Client.GetByteArrayAsync($"{Root}/{Uri.EscapeDataString(name)}?alt=media"), key, []);
                    OtherSources.CellsOf(grid).ShouldBe(expected);
                    grids++;
                }
            }

            byte[] summary = await scene.Client.GetByteArrayAsync($"/k8s-testgrid/summary/summary-{ConfigNames.Normalize(dashboard.Name)}");
            StateSummaryReader.Read(summary, dashboard.Name, []).Jobs.Select(j => j.Job).Order(StringComparer.Ordinal).ShouldBe(dashboard.Tabs.Select(t => t.Name).Order(StringComparer.Ordinal));
        }

        grids.ShouldBe(14);
    }

    [Theory]
    [InlineData("/storage/v1/b/k8s-testgrid/o/tabs%2Fdash%2FMy%20Job?alt=media")]
    [InlineData("/storage/v1/b/k8s-testgrid/o/tabs/dash/My%20Job?alt=media")]
    [InlineData("/download/storage/v1/b/k8s-testgrid/o/tabs%2Fdash%2FMy%20Job?alt=media")]
    [InlineData("/k8s-testgrid/tabs/dash/My%20Job")]
    public async Task Media_UnderEveryAddress_HasTheHeadersOfABucket(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, SnapshotFileKind.StateTab));
        JsonElement metadata = await JsonAsync(scene, $"{Root}/{Uri.EscapeDataString(TabName)}");
        using HttpResponseMessage answer = await scene.SendAsync(target, null, ("Accept-Encoding", "gzip"));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        answer.Headers.AcceptRanges.ShouldBe(["bytes"]);
        answer.Headers.GetValues("x-goog-generation").ShouldBe([metadata.GetProperty("generation").GetString()!]);
        answer.Headers.GetValues("x-goog-hash").SelectMany(h => h.Split(',')).Order(StringComparer.Ordinal).ShouldBe([$"crc32c={metadata.GetProperty("crc32c").GetString()}", $"md5={metadata.GetProperty("md5Hash").GetString()}"]);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{metadata.GetProperty("etag").GetString()}\"");
        (await scene.SendAsync(target, null, ("If-None-Match", answer.Headers.ETag!.Tag))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("bytes=0-9", 206, 0, 10)]
    [InlineData("bytes=5-", 206, 5, -1)]
    [InlineData("bytes=-7", 206, -7, 7)]
    [InlineData("bytes=0-99999999", 206, 0, -1)]
    [InlineData("bytes=-99999999", 206, 0, -1)]
    [InlineData("bytes=99999999-", 416, 0, 0)]
    [InlineData("bytes=-0", 416, 0, 0)]
    [InlineData("bytes=0-1,3-4", 200, 0, -1)]
    [InlineData("bytes=9-3", 200, 0, -1)]
    [InlineData("lines=1-2", 200, 0, -1)]
    public async Task Media_WithARange_GivesThatPart(string range, int status, int start, int length)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, SnapshotFileKind.StateTab));
        string target = $"{Root}/{Uri.EscapeDataString(TabName)}?alt=media";
        byte[] whole = await scene.Client.GetByteArrayAsync(target);
        using HttpResponseMessage answer = await scene.SendAsync(target, null, ("Range", range));

        ((int)answer.StatusCode).ShouldBe(status);
        int from = start < 0 ? whole.Length + start : start;
        byte[] expected = status == 416 ? [] : whole[from..(length < 0 ? whole.Length : from + length)];
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(expected);
        if (status == 206)
        {
            answer.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes {from}-{from + expected.Length - 1}/{whole.Length}");
        }

        (await scene.SendAsync(target, null, ("Range", range), ("If-Range", "\"other\""))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Generation_ThatDoesNotFit_IsRefused()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, SnapshotFileKind.StateTab));
        string target = $"{Root}/config?alt=media";
        string generation = (await JsonAsync(scene, $"{Root}/config")).GetProperty("generation").GetString()!;

        (await scene.SendAsync($"{target}&generation={generation}&ifGenerationMatch={generation}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync($"{target}&generation=1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.SendAsync($"{target}&ifGenerationMatch=1")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Bucket_OfAnotherName_IsTheOnlyOneThereIs()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Bucket = "my-bucket" });

        (await JsonAsync(scene, "/storage/v1/b/my-bucket")).GetProperty("name").GetString().ShouldBe("my-bucket");
        (await scene.SendAsync("/my-bucket/config")).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (string target in new[] { Root, $"{Root}/config", "/storage/v1/b/k8s-testgrid", "/k8s-testgrid/config", "/storage/v1/b/my-bucket/o/Config", "/my-bucket/config/" })
        {
            (await scene.SendAsync(target)).StatusCode.ShouldBe(HttpStatusCode.NotFound, target);
        }
    }

    private static async Task<JsonElement> JsonAsync(ReplayScene scene, string target) =>
        JsonDocument.Parse(await scene.Client.GetByteArrayAsync(target)).RootElement;

    private static string[] Texts(JsonElement json, string field) => [.. json.GetProperty(field).EnumerateArray().Select(t => t.GetString()!)];
}
