using CiFeatures.Collection.TestGrid;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>A plan asks for the listings only and stores nothing.</summary>
public class CollectPlanTests
{
    [Fact]
    public async Task PlanAsync_NewStore_AsksForListingsAndLeavesNothing()
    {
        await using var scene = new CollectScene();

        CollectPlan plan = await PlanAsync(scene, scene.Options());

        scene.Site.Requests.Select(r => r.Target).ShouldBe([TestGridSite.SummaryTarget(CollectScene.Blocking), TestGridSite.SummaryTarget(CollectScene.Informing)], ignoreOrder: true);
        plan.Requests.Select(r => r.Url).ShouldBe(scene.Site.Promised.Select(t => scene.Site.Url + t), ignoreOrder: true);
        plan.Requests.ShouldAllBe(r => r.KnownBytes == null);
        plan.Requests.Select(r => r.Path).ShouldBe(plan.Requests.Select(r => r.Path).Order(StringComparer.Ordinal));
        (plan.RequestsSent, plan.JobsListed, plan.JobsChosen).ShouldBe((2, scene.Site.Promised.Count, scene.Site.Promised.Count));
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task PlanAsync_FormerSnapshot_SaysHowManyBytesItWas()
    {
        await using var scene = new CollectScene();
        CollectResult former = await scene.RunAsync();

        CollectPlan plan = await PlanAsync(scene, scene.Options());

        foreach (PlannedRequest request in plan.Requests)
        {
            request.KnownBytes.ShouldBe(former.Manifest.Files.SingleOrDefault(f => f.Path == request.Path)?.Bytes);
        }

        plan.Requests.Count(r => r.KnownBytes is null).ShouldBe(scene.Gaps.Count);
        scene.Store.List().ShouldHaveSingleItem("Nothing was stored for the plan.");
    }

    [Fact]
    public async Task PlanAsync_Plan_IsWhatTheCollectionThenAsksFor()
    {
        await using var scene = new CollectScene();
        scene.Site.Add("/", DashboardPageWriter.Write([CollectScene.Blocking, CollectScene.Informing, "other"]));
        CollectOptions options = scene.Options() with { Dashboards = ["*-blocking"], ExcludedJobs = ["*gcp*"] };
        CollectPlan plan = await PlanAsync(scene, options);
        int before = scene.Site.Requests.Count;

        await scene.RunAsync(options);

        scene.Site.Requests.Skip(before).Where(r => r.Target.Contains("/table", StringComparison.Ordinal)).Select(r => scene.Site.Url + r.Target).ShouldBe(plan.Requests.Select(r => r.Url), ignoreOrder: true);
        (scene.Site.Requests.Count - before).ShouldBe(plan.RequestsSent + plan.Requests.Count);
    }

    [Fact]
    public async Task PlanAsync_NothingMatches_IsTheSameErrorAsOfACollection()
    {
        await using var scene = new CollectScene();

        (await Should.ThrowAsync<CiFeaturesException>(PlanAsync(scene, scene.Options() with { JobPatterns = ["x*"] }))).Code.ShouldBe("CIF1237");
    }

    private static Task<CollectPlan> PlanAsync(CollectScene scene, CollectOptions options) =>
        new TestGridCollector(scene.Store, LoopbackNetwork.Handler, scene.Clock).PlanAsync(options, null, CancellationToken.None);
}
