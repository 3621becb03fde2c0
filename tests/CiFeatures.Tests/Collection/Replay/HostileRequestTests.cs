using System.Net;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Replay;

public class HostileRequestTests
{
    [Theory]
    [InlineData("/../manifest.json")]
    [InlineData("/manifest.json")]
    [InlineData("/../../../../../../etc/passwd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/%2fetc%2fpasswd/summary")]
    [InlineData("//etc/passwd")]
    [InlineData("/..\\..\\x/summary")]
    [InlineData("/%5c..%5c/summary")]
    [InlineData("/testgrid/" + ReplayScene.Blocking + "/summary.json.gz")]
    [InlineData("/" + ReplayScene.Blocking + "/../" + ReplayScene.Blocking + "/summary")]
    [InlineData("/" + ReplayScene.Blocking + "/./summary")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=../../manifest")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=%2e%2e%2fsummary")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=" + ReplayScene.Job + "%00")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=%F0%9F%98%80")]
    [InlineData("/k8s-testgrid/../../etc/passwd")]
    [InlineData("/storage/v1/b/k8s-testgrid/o/..%2f..%2fmanifest.json?alt=media")]
    public async Task Targets_ThatAreNoNames_Are404(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, target)).ShouldBe(404);
    }

    [Theory]
    [InlineData("http://elsewhere.example/etc/passwd")]
    [InlineData("/%00")]
    [InlineData("/x%00/summary")]
    [InlineData("/%zz")]
    [InlineData("/%e")]
    [InlineData("/%ff%fe/summary")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=%c3%28")]
    [InlineData("/" + ReplayScene.Blocking + "/table?tab=%4")]
    public async Task Targets_ThatCannotBeDecoded_AreRefused(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, target)).ShouldBeOneOf(400, 404);
        (await scene.SendAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Targets_OfAnyLength_AreAnsweredOrRefused()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, "/" + new string('a', 300) + "/summary")).ShouldBe(404);
        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, $"/{ReplayScene.Blocking}/table?tab={new string('a', 300)}")).ShouldBe(404);
        RawHttp.StatusOf(await RawHttp.GetAsync(scene.Server.Url, $"/{ReplayScene.Blocking}/table?tab={new string('a', 100_000)}")).ShouldBe(414);
    }

    [Fact]
    public async Task Headers_WithoutEnd_AreRefused()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        string many = string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: y\r\n"));

        RawHttp.StatusOf(await RawHttp.SendAsync(scene.Server.Url, $"GET / HTTP/1.1\r\nHost: x\r\n{many}\r\n")).ShouldBe(431);
        RawHttp.StatusOf(await RawHttp.SendAsync(scene.Server.Url, $"GET / HTTP/1.1\r\nHost: x\r\nX: {new string('y', 40_000)}\r\n\r\n")).ShouldBe(431);
        RawHttp.StatusOf(await RawHttp.SendAsync(scene.Server.Url, "nonsense\r\n\r\n")).ShouldBe(400);
    }

    [Theory]
    [InlineData("Content-Length: 5\r\n\r\nhello")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n")]
    public async Task Requests_WithABody_AreRefused(string rest)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        RawHttp.StatusOf(await RawHttp.SendAsync(scene.Server.Url, "GET / HTTP/1.1\r\nHost: x\r\n" + rest)).ShouldBe(413);
        RawHttp.StatusOf(await RawHttp.SendAsync(scene.Server.Url, "POST / HTTP/1.1\r\nHost: x\r\n" + rest)).ShouldBe(405);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task StoredFiles_ThatAreDamagedOrGone_Give500AndAnErrorButNoWrongBytes(string coding)
    {
        List<CiFeaturesException> errors = [];
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { OnError = errors.Add });
        (string target, byte[] body) = scene.Stored()[0];
        SnapshotFile file = scene.Snapshot.Manifest.Files.First(f => f.Kind is SnapshotFileKind.Summary or SnapshotFileKind.Table);
        string path = scene.FileOf(file.Path);

        // Good once, so that what is remembered about the file does not hide the damage.
        (await scene.SendAsync(target, null, ("Accept-Encoding", coding))).StatusCode.ShouldBe(HttpStatusCode.OK);
        byte[] good = File.ReadAllBytes(path);
        byte[] bad = [.. good];
        bad[good.Length / 2] ^= 1;
        File.WriteAllBytes(path, bad);
        await Expect500("CIF1209");
        File.Delete(path);
        await Expect500("CIF1208");
        File.WriteAllBytes(path, good);
        (await scene.SendAsync(target, null, ("Accept-Encoding", coding))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.Client.GetByteArrayAsync(target)).ShouldBe(body);
        scene.Server.Counters.Errors.ShouldBe(2);

        async Task Expect500(string code)
        {
            using HttpResponseMessage answer = await scene.SendAsync(target, null, ("Accept-Encoding", coding));
            answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
            answer.Headers.ETag.ShouldBeNull();
            string text = await answer.Content.ReadAsStringAsync();
            text.ShouldContain(code);
            text.ShouldNotContain(scene.Store.Root);
            errors[^1].Code.ShouldBe(code);
            errors[^1].Place.ShouldBe(path);
        }
    }
}
