using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Bucket;
using CiFeatures.Collection.Replay.Gcsweb;
using CiFeatures.Collection.Replay.Http;
using CiFeatures.Tests.Collection.Replay.Prow;

namespace CiFeatures.Tests.Collection.Replay.Gcsweb;

public class GcswebSiteTests
{
    private const string Folder = $"/gcs/{ProwStore.Bucket}/logs/{ProwStore.Job}/{ProwStore.Build}/";

    [Fact]
    public async Task Folder_OfABuild_HasRowsInTheFormOfGcsweb()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        IElement[] rows = Rows(await scene.Client.GetStringAsync(Folder));

        rows.Select(r => r.QuerySelector("a")!.TextContent).ShouldBe([" ..", " artifacts/", " build-log.txt", " finished.json", " podinfo.json", " prowjob.json", " started.json"]);
        rows.Select(r => r.QuerySelector("img")!.GetAttribute("src")).ShouldBe(["/icons/back.png", "/icons/dir.png", .. Enumerable.Repeat("/icons/file.png", 5)]);
        rows[0].QuerySelector("a")!.GetAttribute("href").ShouldBe($"/gcs/{ProwStore.Bucket}/logs/{ProwStore.Job}/");
        rows[1].QuerySelectorAll("div").Select(d => d.TextContent).Skip(1).ShouldBe(["-", "-"]);
        rows[^1].QuerySelector("a")!.GetAttribute("href").ShouldBe(Folder + "started.json");
        rows[^1].QuerySelectorAll("div")[^1].TextContent.ShouldBe("Mon, 04 May 2026 03:02:01 UTC");
        long size = new FileInfo(Path.Combine(ProwStore.Tree, "logs", ProwStore.Job, ProwStore.Build, "started.json")).Length;
        rows[^1].QuerySelectorAll("div")[1].TextContent.ShouldBe(size.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Folder_ThatWasListedAndNotFollowed_IsThereWithNothingInIt()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);

        Rows(await scene.Client.GetStringAsync(Folder + "artifacts/e2e/")).Select(r => r.QuerySelector("a")!.TextContent).ShouldBe([" .."]);
        Rows(await scene.Client.GetStringAsync(Folder + "artifacts/")).Select(r => r.QuerySelector("a")!.TextContent).ShouldContain(" coredump.bin");
        (await scene.SendAsync(Folder + "artifacts/none/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await scene.SendAsync(Folder + "artifacts/coredump.bin")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Folder_WithoutItsSlash_LeadsToTheOneWithIt()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        using HttpResponseMessage answer = await scene.SendAsync(Folder.TrimEnd('/'));

        answer.StatusCode.ShouldBe(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.OriginalString.ShouldBe(Folder);
    }

    [Fact]
    public async Task Folder_LongerThanAPage_IsWalkedByNextPage()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        var site = new GcswebSite(new Buckets(new SnapshotIndex(scene.Snapshot), ReplayOptions.DefaultBucket), mostOnPage: 2);
        List<string> found = [];
        string? target = Folder;
        int pages = 0;
        while (target is not null)
        {
            ReplayAnswer answer = site.Answer(RequestTarget.TryParse(target)!)!;
            using var reader = new StreamReader(answer.Body.Bytes(gzip: false).Open(0));
            string html = await reader.ReadToEndAsync();
            found.AddRange(Rows(html).Select(r => r.QuerySelector("a")!.TextContent.Trim()).Where(t => t != ".."));
            target = new HtmlParser().ParseDocument(html).QuerySelector("a.next-button")?.GetAttribute("href");
            pages++;
        }

        pages.ShouldBe(3);
        found.ShouldBe(["artifacts/", "build-log.txt", "finished.json", "podinfo.json", "prowjob.json", "started.json"]);
    }

    [Fact]
    public async Task Names_ThatAreNoHtml_AreEscaped()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store =>
        {
            using var writer = store.Create(new CiFeatures.Collection.Store.SnapshotSource("import", ""));
            ProwStore.WriteBuild(writer, "job", "1", "gs://b-1/logs/job/1/", new Dictionary<string, byte[]> { ["a b+c.txt"] = [1, 2, 3] });
            writer.Complete();
        });
        IElement link = Rows(await scene.Client.GetStringAsync("/gcs/b-1/logs/job/1/")).Last().QuerySelector("a")!;

        link.TextContent.ShouldBe(" a b+c.txt");
        link.GetAttribute("href").ShouldBe("/gcs/b-1/logs/job/1/a%20b%2Bc.txt");
        (await scene.Client.GetByteArrayAsync(link.GetAttribute("href"))).ShouldBe([1, 2, 3]);
        string hostile = System.Text.Encoding.UTF8.GetString(GcswebPage.Write("b", "x/", new BucketPage(["x/<script>\"&"], [], null), [new BucketObject("x/<script>\"&", "y", default, null)]));
        hostile.ShouldNotContain("<script>");
        Rows(hostile).Last().TextContent.ShouldContain("<script>\"&");
    }

    private static IElement[] Rows(string html) => [.. new HtmlParser().ParseDocument(html).QuerySelectorAll("li.grid-row")];
}
