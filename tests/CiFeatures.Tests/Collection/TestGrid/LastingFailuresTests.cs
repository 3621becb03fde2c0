using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Failures that do not pass: a listed skip, or a clear error that leaves nothing.</summary>
public class LastingFailuresTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("404", "CIF1232", 1)]
    [InlineData("403", "CIF1232", 1)]
    [InlineData("204", "CIF1232", 1)]
    [InlineData("503", "CIF1230", 12)]
    [InlineData("reset", "CIF1230", 12)]
    [InlineData("headers", "CIF1230", 2)]
    [InlineData("endless", "CIF1233", 1)]
    [InlineData("long", "CIF1233", 1)]
    [InlineData("bomb gzip", "CIF1233", 1)]
    [InlineData("bomb br", "CIF1233", 1)]
    [InlineData("no gzip", "CIF1230", 6)]
    [InlineData("other host", "CIF1234", 1)]
    [InlineData("other port", "CIF1234", 1)]
    [InlineData("file", "CIF1234", 1)]
    [InlineData("nowhere", "CIF1234", 1)]
    [InlineData("loop", "CIF1234", 6)]
    [InlineData("html", "CIF1235", 1)]
    [InlineData("coding", "CIF1238", 1)]
    [InlineData("deep", "CIF1104", 1)]
    [InlineData("empty", "CIF1101", 1)]
    public async Task RunAsync_OneTableFails_IsSkippedWithItsReason(string failure, string code, int requests)
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, [.. Enumerable.Repeat(Failure(failure, scene.ATable), requests)]);
        CollectOptions options = scene.Options(CollectScene.Blocking);

        CollectResult result = await scene.RunAsync(options with { MaxFailuresInARow = 100, Http = options.Http with { MaxBodyBytes = Megabyte } });

        SkippedItem skipped = result.Manifest.Skipped.First(s => s.Item == scene.Site.Url + scene.ATable);
        skipped.Code.ShouldBe(code);
        skipped.Reason.ShouldNotBeNullOrWhiteSpace();
        scene.Site.Requests.Count(r => r.Target == scene.ATable).ShouldBe(requests);
        result.Manifest.Counts.Summaries.ShouldBe(1);
        result.Manifest.Counts.Tables.ShouldBe(3 - result.Manifest.Skipped.Count);
        StoreVerification.Run(scene.Store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_SourceDown_IsUnavailableAndLeavesNothing()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), [.. Enumerable.Repeat(ServerAnswer.Of(502), 6)]);

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync());

        (error.Code, error.Kind).ShouldBe(("CIF1230", ErrorKind.SourceUnavailable));
        error.Message.ShouldBe("The service answered with status 502 (6 tries).");
        error.Place.ShouldBe($"{scene.Site.Url}/{CollectScene.Blocking}/summary");
        scene.Site.Requests.Count.ShouldBe(6);
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_NobodyListens_IsUnavailable()
    {
        await using var scene = new CollectScene();
        string closed;
        await using (var server = new LoopbackServer(_ => ServerAnswer.Of(200)))
        {
            closed = server.Url;
        }

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { Site = new Uri(closed) }));

        error.Kind.ShouldBe(ErrorKind.SourceUnavailable);
        error.Message.ShouldContain("refused");
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_DashboardUnknown_SaysSo()
    {
        await using var scene = new CollectScene();

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options("no-such")));

        (error.Code, error.Kind).ShouldBe(("CIF1231", ErrorKind.BadInput));
        error.Message.ShouldContain("'no-such'");
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_OneDashboardOfTwoUnknown_TakesTheOther()
    {
        await using var scene = new CollectScene();

        CollectResult result = await scene.RunAsync(scene.Options("no-such", CollectScene.Blocking));

        result.Manifest.Counts.Tables.ShouldBe(3);
        result.Manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1231");
    }

    [Fact]
    public async Task RunAsync_SummaryIsAWebPage_SaysSo()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), ServerAnswer.Page("<!doctype html><title>Sign in</title>"));

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options(CollectScene.Blocking)));

        error.Code.ShouldBe("CIF1235");
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_ServiceGoesDownOnTheWay_EndsAndGoesOnNextTime()
    {
        await using var scene = new CollectScene();
        string summary = TestGridSite.SummaryTarget(CollectScene.Blocking);
        string other = TestGridSite.SummaryTarget(CollectScene.Informing);
        foreach (string target in scene.Site.Promised.Concat([summary, other]))
        {
            ServerAnswer[] down = [.. Enumerable.Repeat(ServerAnswer.Of(503), 6)];
            scene.Site.Before(target, target == summary || target == other ? [scene.Site.Good(target), .. down] : down);
        }

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync());

        error.Kind.ShouldBe(ErrorKind.SourceUnavailable);
        scene.Site.Requests.Count.ShouldBe(2 + (3 * 6) + 6, "Three jobs are tried, then something that could be had before; then nothing more.");
        scene.StateIsKept();

        scene.Site.Calm();
        CollectResult result = await scene.RunAsync();
        result.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        result.RecoveredFiles.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task RunAsync_SomeJobsAlwaysFail_OthersAreTaken()
    {
        await using var scene = new CollectScene();
        string[] failing = [.. scene.Site.Targets.Where(t => t.Contains("/table?")).Take(3)];
        foreach (string target in failing)
        {
            scene.Site.Before(target, [.. Enumerable.Repeat(ServerAnswer.Of(500), 100)]);
        }

        CollectResult result = await scene.RunAsync();

        result.Manifest.Skipped.Where(s => s.Code == "CIF1230").Select(s => s.Item).ShouldBe(failing.Select(t => scene.Site.Url + t), ignoreOrder: true);
        result.Manifest.Counts.Tables.ShouldBe(scene.Site.Promised.Count - scene.Gaps.Count - 3);
    }

    [Fact]
    public async Task RunAsync_FailsNowAndNotLater_IsTakenInTheEnd()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, [.. Enumerable.Repeat(ServerAnswer.Of(503), 8)]);

        CollectResult result = await scene.RunAsync();

        result.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        scene.Site.Requests.Count(r => r.Target == scene.ATable).ShouldBe(9);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RunAsync_AsksToWaitTooLong_IsLeftAlone(int status)
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, ServerAnswer.Of(status, "Retry-After: 3600"));

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync());

        error.Kind.ShouldBe(ErrorKind.SourceUnavailable);
        error.Message.ShouldBe($"The service answered with status {status} and asks to wait 3600 s; at most 120 s are waited.");
        scene.Site.Requests[^1].Target.ShouldBe(scene.ATable, "Nothing was asked after that.");
        scene.Clock.Waits.ShouldAllBe(w => w < TimeSpan.FromSeconds(60));
        scene.StateIsKept();
    }

    [Theory]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://me:secret@127.0.0.1")]
    [InlineData("http://127.0.0.1/?a=b")]
    public async Task RunAsync_AddressThatIsNoSite_IsRefusedUnasked(string url)
    {
        await using var scene = new CollectScene();

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { Site = new Uri(url) }));

        (error.Code, error.Kind).ShouldBe(("CIF1236", ErrorKind.Usage));
        error.ToString().ShouldNotContain("secret");
        scene.NothingIsLeft();
    }

    private static ServerAnswer Failure(string name, string target) => name switch
    {
        "reset" => new ServerAnswer { Reset = true },
        "headers" => new ServerAnswer { Headers = ["X: " + new string('x', Megabyte)] },
        "endless" => new ServerAnswer { Body = new byte[100_000], Endless = true },
        "long" => new ServerAnswer { Body = new byte[Megabyte + 1] },
        "bomb gzip" or "bomb br" => new ServerAnswer { Body = new byte[100 * Megabyte] }.Compressed(name["bomb ".Length..]),
        "no gzip" => new ServerAnswer { Body = "{}"u8.ToArray(), Headers = ["Content-Encoding: gzip"] },
        "other host" => ServerAnswer.Of(301, "Location: http://elsewhere.invalid/x"),
        "other port" => ServerAnswer.Of(302, "Location: http://127.0.0.1:1/x"),
        "file" => ServerAnswer.Of(302, "Location: file:///etc/passwd"),
        "nowhere" => ServerAnswer.Of(307),
        "loop" => ServerAnswer.Of(308, "Location: " + target),
        "html" => ServerAnswer.Page("<html>maintenance</html>"),
        "coding" => new ServerAnswer { Body = [1], Headers = ["Content-Encoding: zstd"] },
        "deep" => new ServerAnswer { Body = Encoding.ASCII.GetBytes(new string('[', 100_000)) },
        "empty" => new ServerAnswer(),
        _ => ServerAnswer.Of(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)) with { Body = [] },
    };
}
