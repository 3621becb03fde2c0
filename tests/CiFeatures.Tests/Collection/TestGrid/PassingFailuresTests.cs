using System.Globalization;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Failures that pass are waited for, and then the snapshot is the one of a service without them.</summary>
public class PassingFailuresTests
{
    [Theory]
    [InlineData("408")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("503")]
    [InlineData("reset")]
    [InlineData("cut")]
    [InlineData("truncated gzip")]
    [InlineData("truncated br")]
    [InlineData("slow")]
    public async Task RunAsync_FailureThatPasses_GivesTheSameSnapshot(string failure)
    {
        await using var scene = new CollectScene();
        foreach (string target in new[] { scene.ATable, TestGridSite.SummaryTarget(CollectScene.Blocking) })
        {
            ServerAnswer bad = Failure(failure, scene, target);
            scene.Site.Before(target, bad, bad);
        }

        CollectResult result = await scene.RunAsync();

        result.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        result.Manifest.Skipped.Count.ShouldBe(scene.Gaps.Count);
        result.Retries.ShouldBe(4);
        result.Requests.ShouldBe(2 + scene.Site.Promised.Count + 4);
    }

    [Fact]
    public async Task RunAsync_FailingService_IsAskedAfterGrowingJitteredWaits()
    {
        await using var scene = new CollectScene();
        await using var other = new CollectScene();
        foreach (CollectScene s in new[] { scene, other })
        {
            s.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), [.. Enumerable.Repeat(ServerAnswer.Of(503), 4)]);
        }

        await scene.RunAsync();
        CollectOptions options = other.Options();
        await other.RunAsync(options with { Http = options.Http with { Seed = 8 } });

        TimeSpan[] waits = [.. scene.Clock.Waits.Where(w => w != TimeSpan.FromSeconds(0.51)).Take(4)];
        waits.ShouldAllBe(w => w > TimeSpan.Zero && w <= TimeSpan.FromSeconds(30));
        waits[3].ShouldBeGreaterThan(waits[0]);
        waits.ShouldNotBe(other.Clock.Waits.Where(w => w != TimeSpan.FromSeconds(0.51)).Take(4), "Another seed, other waits.");
        scene.Progress.Count(p => p.Current.StartsWith("waiting ", StringComparison.Ordinal)).ShouldBe(4);
        scene.Progress.ShouldContain(p => p.Current.EndsWith($"before trying again (4 of 5): The service answered with status 503. {scene.Site.Url}/{CollectScene.Blocking}/summary"));
    }

    [Fact]
    public async Task RunAsync_SameSeed_WaitsTheSame()
    {
        await using var scene = new CollectScene();
        await using var again = new CollectScene();
        foreach (CollectScene s in new[] { scene, again })
        {
            s.Site.Before(s.ATable, ServerAnswer.Of(503), ServerAnswer.Of(500));
            await s.RunAsync();
        }

        again.Clock.Waits.ShouldBe(scene.Clock.Waits);
    }

    [Fact]
    public async Task RunAsync_RetryAfterInSeconds_IsWaited()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, ServerAnswer.Of(429, "Retry-After: 77"));

        CollectResult result = await scene.RunAsync();

        scene.Clock.Waits.Count(w => w == TimeSpan.FromSeconds(77)).ShouldBe(1);
        result.Manifest.Skipped.Count.ShouldBe(scene.Gaps.Count);
    }

    [Fact]
    public async Task RunAsync_RetryAfterAsADate_IsWaitedUntilThen()
    {
        await using var scene = new CollectScene();
        DateTimeOffset then = scene.Clock.GetUtcNow().AddSeconds(90);
        scene.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), ServerAnswer.Of(503, "Retry-After: " + then.ToString("R", CultureInfo.InvariantCulture)));

        CollectResult result = await scene.RunAsync();

        scene.Clock.Waits[0].ShouldBe(TimeSpan.FromSeconds(90));
        result.Manifest.Files.Min(f => f.FetchedAt).ShouldBe(then);
    }

    [Fact]
    public async Task RunAsync_RedirectWithinTheService_IsFollowed()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(scene.ATable, ServerAnswer.Of(302, "Location: /elsewhere?x=1"));
        scene.Site.Add("/elsewhere?x=1", scene.Site.Good(scene.ATable).Body);

        CollectResult result = await scene.RunAsync();

        result.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        result.Retries.ShouldBe(0);
        scene.Site.Requests.ShouldContain(r => r.Target == "/elsewhere?x=1");
    }

    private static ServerAnswer Failure(string name, CollectScene scene, string target) => name switch
    {
        "reset" => new ServerAnswer { Reset = true },
        "cut" => scene.Site.Good(target) with { CutAfter = 1000 },
        "truncated gzip" => Halved(scene.Site.Good(target).Compressed("gzip")),
        "truncated br" => Halved(scene.Site.Good(target).Compressed("br")),
        "slow" => new ServerAnswer { Silent = true, Before = () => scene.Clock.Advance(TimeSpan.FromSeconds(61)) },
        _ => ServerAnswer.Of(int.Parse(name, CultureInfo.InvariantCulture)),
    };

    private static ServerAnswer Halved(ServerAnswer answer) => answer with { Body = answer.Body[..(answer.Body.Length / 2)] };
}
