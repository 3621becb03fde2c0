using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Servers that mean harm: one job is left out with its reason, the others are taken.</summary>
public class HostileServerTests
{
    private const string Good = "{}";

    [Theory]
    [InlineData("endless headers", "CIF1230")]
    [InlineData("many headers", "CIF1230")]
    [InlineData("status line is garbage", "CIF1230")]
    [InlineData("status line without end", "CIF1230")]
    [InlineData("nothing at all", "CIF1230")]
    [InlineData("content length too long", "CIF1230")]
    [InlineData("content length too short", "CIF1101")]
    [InlineData("content length negative", "CIF1104")]
    [InlineData("two content lengths", "CIF1104")]
    [InlineData("content length of an exabyte", "CIF1233")]
    [InlineData("chunk lengths are garbage", "CIF1230")]
    [InlineData("chunk of an exabyte", "CIF1230")]
    [InlineData("brotli is garbage", "CIF1230")]
    [InlineData("coding twice", "CIF1238")]
    [InlineData("redirects that never repeat", "CIF1234")]
    [InlineData("redirect without host", "CIF1234")]
    [InlineData("redirect to nonsense", "CIF1234")]
    [InlineData("status 999", "CIF1230")]
    [InlineData("json list", "CIF1104")]
    [InlineData("json null", "CIF1104")]
    [InlineData("zeros", "CIF1101")]
    public async Task RunAsync_OneTableOfAHostileServer_IsLeftOut(string what, string code)
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, [.. Enumerable.Range(0, 40).Select(i => Answer(what, i))]);
        for (int i = 0; i < 40; i++)
        {
            scene.Site.Before($"/{i}", Answer(what, i + 1));
        }

        CollectOptions options = scene.Options(CollectScene.Blocking);
        CollectResult result = await scene.RunAsync(options with { Http = options.Http with { MaxBodyBytes = 1 << 20, MaxRetries = 1 } });

        SkippedItem skipped = result.Manifest.Skipped.First(s => s.Item == scene.Site.Url + scene.ATable);
        skipped.Code.ShouldBe(code, skipped.Reason);
        skipped.Reason.ShouldNotBeNullOrWhiteSpace();
        result.Manifest.Counts.Tables.ShouldBe(3 - result.Manifest.Skipped.Count);
        scene.Site.Requests.Count(r => r.Target == scene.ATable).ShouldBeLessThanOrEqualTo(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RunAsync_ServerThatTakesForEver_IsLeftAloneInTime(bool isSilent)
    {
        await using var scene = new CollectScene();
        ServerAnswer never = isSilent
            ? new ServerAnswer { Silent = true }
            : new ServerAnswer { Body = Encoding.ASCII.GetBytes(new string(' ', 1000) + Good), PauseBeforeEachByte = TimeSpan.FromSeconds(0.1) };
        scene.Site.Before(scene.ATable, never, never);
        CollectOptions options = scene.Options(CollectScene.Blocking);

        CollectResult result = await new TestGridCollector(scene.Store, LoopbackNetwork.Handler, TimeProvider.System)
            .RunAsync(options with { Http = options.Http with { Timeout = TimeSpan.FromSeconds(2), MaxRetries = 0, RequestsPerSecond = 0 } }, null, CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(60));

        SkippedItem skipped = result.Manifest.Skipped.First(s => s.Item == scene.Site.Url + scene.ATable);
        skipped.ToString().ShouldContain("There was no whole answer within 2 s (1 tries). (CIF1230)");
    }

    [Theory]
    [InlineData("json", "CIF1242")]
    [InlineData("json list", "CIF1242")]
    [InlineData("empty", "CIF1242")]
    [InlineData("binary", "CIF1242")]
    [InlineData("deep", "CIF1240")]
    [InlineData("no dashboards", "CIF1240")]
    [InlineData("too large", "CIF1241")]
    public async Task RunAsync_PageWithTheDashboardsIsNone_EndsWithAClearErrorAndLeavesNothing(string what, string code)
    {
        await using var scene = new CollectScene();
        scene.Site.Add("/", Encoding.UTF8.GetBytes(what switch
        {
            "json" => Good,
            "json list" => "[]",
            "empty" => "",
            "binary" => "<html>\0\u0001",
            "deep" => "<html>" + string.Concat(Enumerable.Repeat("<div><b>", 100_000)),
            "too large" => "<html>" + new string(' ', 17 << 20),
            _ => "<html><script>var x = 1;</script></html>",
        }));

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { Dashboards = [] }));

        error.Code.ShouldBe(code);
        error.Place.ShouldStartWith(scene.Site.Url);
        error.Remedy.ShouldNotBeEmpty();
        scene.NothingIsLeft();
    }

    private static ServerAnswer Answer(string what, int number) => what switch
    {
        "endless headers" => new ServerAnswer { Head = "HTTP/1.1 200 x\r\n", Body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-A: yyyyyyyyyyyyyyyy\r\n", 100))), Endless = true },
        "many headers" => new ServerAnswer { Headers = [.. Enumerable.Range(0, 50_000).Select(i => $"X-{i}: {i}")] },
        "status line is garbage" => new ServerAnswer { Head = "WAT 47 11\r\n\r\n" },
        "status line without end" => new ServerAnswer { Head = "HTTP/1.1 200 ", Body = new byte[10_000], Endless = true },
        "nothing at all" => new ServerAnswer { Head = "" },
        "content length too long" => Raw($"Content-Length: {Good.Length + 1}"),
        "content length too short" => Raw($"Content-Length: {Good.Length - 1}"),
        "content length negative" => Raw("Content-Length: -5"),
        "two content lengths" => Raw("Content-Length: 2\r\nContent-Length: 3"),
        "content length of an exabyte" => Raw("Content-Length: 1152921504606846976"),
        "chunk lengths are garbage" => Raw("Transfer-Encoding: chunked"),
        "chunk of an exabyte" => new ServerAnswer { Head = "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n", Body = Encoding.ASCII.GetBytes(Good) },
        "brotli is garbage" => new ServerAnswer { Body = [0xff, 0xff, 0xff, 0xff], Headers = ["Content-Encoding: br"] },
        "coding twice" => new ServerAnswer { Body = [1], Headers = ["Content-Encoding: gzip, br"] },
        "redirects that never repeat" => ServerAnswer.Of(302, $"Location: /{number}"),
        "redirect without host" => ServerAnswer.Of(302, "Location: http:///x"),
        "redirect to nonsense" => ServerAnswer.Of(302, "Location: javascript:alert(1)"),
        "status 999" => ServerAnswer.Of(999),
        "json list" => new ServerAnswer { Body = "[1,2]"u8.ToArray() },
        "json null" => new ServerAnswer { Body = "null"u8.ToArray() },
        _ => new ServerAnswer { Body = new byte[1000] },
    };

    private static ServerAnswer Raw(string header) => new() { Head = $"HTTP/1.1 200 x\r\n{header}\r\n\r\n", Body = Encoding.ASCII.GetBytes(Good) };
}
