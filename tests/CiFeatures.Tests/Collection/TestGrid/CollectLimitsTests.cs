using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>At a limit a collection ends in order: what there is makes a complete snapshot, the rest is listed.</summary>
public class CollectLimitsTests
{
    [Theory]
    [InlineData("requests")]
    [InlineData("bytes")]
    [InlineData("time")]
    public async Task RunAsync_LimitReached_CompletesAndListsTheRest(string limit)
    {
        await using var scene = new CollectScene();
        if (limit == "time")
        {
            scene.Site.Before(scene.ATable, scene.Site.Good(scene.ATable) with { Before = () => scene.Clock.Advance(TimeSpan.FromSeconds(30)) });
        }

        CollectOptions options = scene.Options() with
        {
            MaxRequests = limit == "requests" ? 4 : null,
            MaxBytes = limit == "bytes" ? scene.Site.Targets.Where(t => t.EndsWith("/summary", StringComparison.Ordinal)).Sum(t => scene.Site.Good(t).Body.Length) + 1 : null,
            MaxTime = limit == "time" ? TimeSpan.FromSeconds(30) : null,
        };

        CollectResult result = await scene.RunAsync(options with { Http = options.Http with { RequestsPerSecond = 0 } });

        int all = 2 + scene.Site.Promised.Count;
        result.Manifest.Counts.Summaries.ShouldBe(2);
        result.Requests.ShouldBeLessThan(all);
        SkippedItem[] unasked = [.. result.Manifest.Skipped.Where(s => s.Code == "CIF1239")];
        unasked.Length.ShouldBe(all - result.Requests);
        unasked.ShouldAllBe(s => s.Reason.StartsWith("Not asked for: the limit", StringComparison.Ordinal));
        scene.Store.List().ShouldHaveSingleItem().State.ShouldBe(SnapshotState.Complete);
        StoreVerification.Run(scene.Store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_LimitReachedAtASlowPace_DoesNotWaitForWhatIsNotAsked()
    {
        await using var scene = new CollectScene();
        CollectOptions options = scene.Options() with { MaxRequests = 3 };

        await scene.RunAsync(options with { Http = options.Http with { RequestsPerSecond = 0.01 } });

        scene.Clock.Waits.Count.ShouldBe(2, "Between three requests there are two waits.");
    }

    [Fact]
    public async Task RunAsync_LimitReachedBeforeAnythingUseful_IsAnErrorThatLeavesNothing()
    {
        await using var scene = new CollectScene();
        scene.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), ServerAnswer.Of(404));

        await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { MaxRequests = 1 }));

        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_AfterALimit_TheNextOneBeginsAnewAndTakesEverything()
    {
        await using var scene = new CollectScene();
        await scene.RunAsync(scene.Options() with { MaxRequests = 4 });

        CollectResult second = await scene.RunAsync();

        second.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        second.RecoveredFiles.ShouldBe(0, "The first one is complete; there is nothing to go on with.");
        scene.Store.List().Count.ShouldBe(2);
    }
}
