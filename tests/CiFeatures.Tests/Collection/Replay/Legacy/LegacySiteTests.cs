using System.IO.Compression;
using System.Net;
using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Replay.Legacy;

public class LegacySiteTests
{
    private static readonly JobKey Key = new("d", "a b/ü+1");

    [Fact]
    public async Task Answers_OfTheSample_AreTheStoredBytes()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        IReadOnlyList<(string Target, byte[] Body)> stored = scene.Stored();

        stored.Count.ShouldBe(9);
        foreach ((string target, byte[] body) in stored)
        {
            using HttpResponseMessage answer = await scene.SendAsync(target);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
            answer.Content.Headers.ContentLength.ShouldBe(body.Length);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(body);
        }
    }

    [Fact]
    public async Task Answers_ForGzip_AreTheStoredFilesAsTheyAre()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        foreach ((string target, byte[] body) in scene.Stored().Concat(scene.Stored()))
        {
            using HttpResponseMessage answer = await scene.SendAsync(target, null, ("Accept-Encoding", "br, gzip;q=0.8"));
            answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            byte[] bytes = await answer.Content.ReadAsByteArrayAsync();
            answer.Content.Headers.ContentLength.ShouldBe(bytes.Length);
            using var plain = new MemoryStream();
            using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            gzip.CopyTo(plain);
            plain.ToArray().ShouldBe(body);
            Directory.GetFiles(scene.Snapshot.Folder, "*.gz", SearchOption.AllDirectories).Count(f => File.ReadAllBytes(f).AsSpan().SequenceEqual(bytes)).ShouldBe(1);
        }
    }

    [SkippableFact]
    public async Task Answers_OfARealRelease_AreTheRecordedBytes()
    {
        string folder = SharedData.PathOrSkip("data", "testgrid", "4.8GA");
        await using ReplayScene scene = await ReplayScene.StartAsync(store => ReplayScene.Import(store, folder));
        int compared = 0;
        foreach (SnapshotFile file in scene.Snapshot.Manifest.Files.Where(f => f.Kind is SnapshotFileKind.Table or SnapshotFileKind.Summary))
        {
            string target = file.Kind == SnapshotFileKind.Summary ? $"/{file.Dashboard}/summary" : ReplayScene.TableTarget(file.Dashboard!, file.Job!);
            byte[] body = await (await scene.SendAsync(target)).Content.ReadAsByteArrayAsync();
            string recorded = Path.Combine([folder, .. file.Path.Split('/').Skip(1)]);
            byte[] expected = CiFeatures.Decoding.GzipPayload.ReadFile(File.Exists(recorded) ? recorded : recorded[..^".gz".Length]).ToArray();
            body.AsSpan().SequenceEqual(expected).ShouldBeTrue(file.Path);
            compared++;
        }

        compared.ShouldBe(106);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/" + ReplayScene.Blocking)]
    public async Task Page_OfTheSiteAndOfADashboard_NamesAllDashboardsInAScript(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        using HttpResponseMessage answer = await scene.SendAsync(target);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        string page = await answer.Content.ReadAsStringAsync();
        string script = page[page.LastIndexOf("<script", StringComparison.Ordinal)..page.LastIndexOf("</script>", StringComparison.Ordinal)];
        foreach (string dashboard in scene.Snapshot.Dashboards)
        {
            script.ShouldContain(dashboard);
        }
    }

    [Fact]
    public async Task Page_ThatWasStored_IsServedAsItIs()
    {
        const string Page = "<html>stored</html>";
        await using ReplayScene scene = await ReplayScene.StartAsync(store => Write(store, writer => writer.Write(AnswerPaths.DashboardsPage, Encoding.UTF8.GetBytes(Page))));

        (await scene.Client.GetStringAsync("/")).ShouldBe(Page);
        (await scene.Client.GetStringAsync("/d")).ShouldBe(Page);
    }

    [Theory]
    [InlineData("/d/table?tab=a%20b%2F%C3%BC%2B1")]
    [InlineData("/d/table?tab=a+b%2F%C3%BC%2B1")]
    [InlineData("/d/table?&show-stale-tests=&tab=a%20b/%C3%BC+1&graph-metrics=test-duration-minutes")]
    [InlineData("/%64/%74able?graph-metrics=x&tab=a%20b%2f%c3%bc%2B1&tab=other")]
    public async Task Table_HoweverTheQueryIsWritten_IsFound(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => Write(store, _ => { }));

        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, target)).ShouldBe(200);
    }

    [Theory]
    [InlineData("/D/summary")]
    [InlineData("/d/Summary")]
    [InlineData("/d/summary/")]
    [InlineData("/d%20/summary")]
    [InlineData("/d/table")]
    [InlineData("/d/table?tab=")]
    [InlineData("/d/table?tab=A%20b%2F%C3%BC%2B1")]
    [InlineData("/d/table?TAB=a%20b%2F%C3%BC%2B1")]
    [InlineData("/unknown")]
    [InlineData("/unknown/summary")]
    public async Task Names_ThatDifferInAnything_Are404InPlainText(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => Write(store, _ => { }));
        using HttpResponseMessage answer = await scene.SendAsync(target);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        answer.Content.Headers.ContentLength.ShouldNotBeNull().ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData(SnapshotFileKind.StateTab)]
    [InlineData(SnapshotFileKind.ApiRows)]
    public async Task Answers_ThatTheSnapshotHasFromAnotherSource_AreWrittenInTheLegacyForm(SnapshotFileKind source)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, source));
        var issues = new List<DecodeIssue>();

        byte[] table = await scene.Client.GetByteArrayAsync(ReplayScene.TableTarget(OtherSources.Key.Dashboard, OtherSources.Key.Job));
        JobGrid grid = CiFeatures.Decoding.TableAnswers.TableAnswerReader.Read(table, OtherSources.Key, issues);
        OtherSources.CellsOf(grid).ShouldBe(OtherSources.CellsOf(OtherSources.Grid));
        byte[] summary = await scene.Client.GetByteArrayAsync($"/{OtherSources.Key.Dashboard}/summary");
        CiFeatures.Decoding.SummaryAnswers.SummaryAnswerReader.Read(summary, OtherSources.Key.Dashboard, issues).Jobs.Single().OverallStatus.ValueOr("").ShouldBe("FLAKY");

        using HttpResponseMessage answer = await scene.SendAsync($"/{OtherSources.Key.Dashboard}/summary", null, ("If-None-Match", (await scene.SendAsync($"/{OtherSources.Key.Dashboard}/summary")).Headers.ETag!.ToString()));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    private static void Write(SnapshotStore store, Action<SnapshotWriter> more)
    {
        using SnapshotWriter writer = store.Create(new SnapshotSource("test", "here"));
        var paths = new AnswerPaths([], [Key]);
        writer.Write(paths.Summary("d"), Encoding.UTF8.GetBytes(AnswerTexts.Summary("d", "a b")));
        writer.Write(paths.Table(Key), Encoding.UTF8.GetBytes(AnswerTexts.Table("one")));
        more(writer);
        writer.Complete();
    }
}
