using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

public class TestGridCollectorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task RunAsync_WholeSite_EqualsTheImportOfTheSameBodies(string coding)
    {
        await using var scene = new CollectScene(coding);

        CollectResult result = await scene.RunAsync();

        SnapshotManifest imported = scene.Imported();
        result.Manifest.Fingerprint.ShouldBe(imported.Fingerprint);
        result.Manifest.Files.Select(f => (f.Path, f.Sha256, f.Dashboard, f.Job, f.Tests, f.Runs))
            .ShouldBe(imported.Files.Select(f => (f.Path, f.Sha256, f.Dashboard, f.Job, f.Tests, f.Runs)));
        result.Manifest.Skipped.Select(k => k.Item).ShouldBe(scene.Gaps);
        result.Requests.ShouldBe(imported.Files.Count + scene.Gaps.Count);
        long refusals = scene.Gaps.Count * (long)ServerAnswer.Of(404).Body.Length;
        result.TransferredBytes.ShouldBe(refusals + (coding.Length == 0 ? imported.Counts.Bytes : scene.Site.Targets.Sum(t => (long)scene.Site.Good(t).Body.Length)));
        StoreVerification.Run(scene.Store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_EachFile_SaysWhereAndWhenItCameFrom()
    {
        await using var scene = new CollectScene();

        CollectResult result = await scene.RunAsync(scene.Options(CollectScene.Blocking));

        result.Manifest.Source.ShouldBe(new SnapshotSource("collect-testgrid", scene.Site.Url + "/"));
        foreach (SnapshotFile file in result.Manifest.Files)
        {
            string target = file.Job is null ? TestGridSite.SummaryTarget(file.Dashboard!) : TestGridSite.TableTarget(file.Dashboard!, file.Job);
            file.Url.ShouldBe(scene.Site.Url + target);
            file.Status.ShouldBe(200);
            file.Etag.ShouldBe($"\"{target.Length}\"");
            file.FetchedAt.ShouldNotBeNull().ShouldBeInRange(result.Manifest.Created, scene.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task RunAsync_Requests_AreHonestSpacedAndOneAtATime()
    {
        await using var scene = new CollectScene();
        CollectOptions options = scene.Options();

        await scene.RunAsync(options with { Http = options.Http with { Contact = "ci@example.org", RequestsPerSecond = 0.51 } });

        scene.Site.Requests.ShouldAllBe(r => r.Header("User-Agent") == "cifeatures/1.2.3 (+ci@example.org)" && r.Header("Accept-Encoding") == "gzip, br" && r.Method == "GET");
        scene.Site.Requests.ShouldAllBe(r => r.Header("Cookie") == "" && r.Header("Authorization") == "");
        scene.Site.MostInFlight.ShouldBe(1);
        scene.Clock.Waits.ShouldBe(Enumerable.Repeat(TimeSpan.FromSeconds(2), scene.Site.Requests.Count - 1));
    }

    [Fact]
    public async Task RunAsync_JobPatterns_TakeTheJobsThatMatch()
    {
        await using var scene = new CollectScene();

        string[] jobs = [.. scene.Imported().Files.Where(f => f.Job is not null).Select(f => f.Job!).Distinct()];

        CollectResult result = await scene.RunAsync(scene.Options() with { JobPatterns = [$"*{jobs[0][10..]}", $"{jobs[1][..^1]}?", "no such *"] });

        result.Manifest.Files.Where(f => f.Job is not null).Select(f => f.Job!).Distinct().Order().ShouldBe(jobs[..2].Order());
        result.Manifest.Counts.Summaries.ShouldBe(2);
        result.Manifest.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_NoJobMatches_IsAnErrorAndLeavesNothing()
    {
        await using var scene = new CollectScene();

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { JobPatterns = ["x*"] }));

        error.Code.ShouldBe("CIF1237");
        error.Message.ShouldBe($"None of the {scene.Site.Promised.Count} jobs of the dashboards matches x*.");
        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_DashboardNamedTwice_IsAskedForOnce()
    {
        await using var scene = new CollectScene();

        await scene.RunAsync(scene.Options(CollectScene.Blocking, CollectScene.Blocking));

        scene.Site.Requests.Select(r => r.Target).ShouldBeUnique();
    }

    [Fact]
    public async Task RunAsync_SecondTime_SharesTheBodiesOfTheFirst()
    {
        await using var scene = new CollectScene();
        CollectResult first = await scene.RunAsync();

        CollectResult second = await scene.RunAsync();

        second.Manifest.Fingerprint.ShouldBe(first.Manifest.Fingerprint);
        second.LinkedFiles.ShouldBe(first.Manifest.Files.Count);
    }

    [Fact]
    public async Task RunAsync_Progress_CountsUpToAll()
    {
        await using var scene = new CollectScene();

        CollectResult result = await scene.RunAsync();

        scene.Progress[0].ShouldBe(new CollectProgress(0, 2, 0, 0, $"summary of {CollectScene.Blocking}"));
        int all = 2 + scene.Site.Promised.Count;
        scene.Progress[^1].ShouldBe(new CollectProgress(all, all, result.TransferredBytes, all, ""));
        scene.Progress.Select(p => p.Done).ShouldBeInOrder();
    }

    [Fact]
    public async Task RunAsync_Stopped_KeepsWhatIsThereAndGoesOnNextTime()
    {
        await using var scene = new CollectScene();
        using var stop = new CancellationTokenSource();
        scene.Site.Before(scene.ATable, new ServerAnswer { Silent = true, Before = stop.Cancel });

        await Should.ThrowAsync<OperationCanceledException>(scene.RunAsync(cancellation: stop.Token));

        scene.StateIsKept();
        int before = scene.Site.Requests.Count;
        CollectResult result = await scene.RunAsync();
        result.Manifest.Fingerprint.ShouldBe(scene.Imported().Fingerprint);
        result.RecoveredFiles.ShouldBeGreaterThan(0);
        result.Manifest.Transfer!.Resumed.ShouldBe(1);
        result.Manifest.Transfer.Requests.ShouldBe(scene.Site.Requests.Count);
        (scene.Site.Requests.Count - before).ShouldBe(2 + scene.Site.Promised.Count - result.RecoveredFiles);
        scene.Store.List().ShouldHaveSingleItem().State.ShouldBe(SnapshotState.Complete);
    }

    [Fact]
    public async Task RunAsync_StoppedBeforeAnythingCame_LeavesNothing()
    {
        await using var scene = new CollectScene();
        using var stop = new CancellationTokenSource();
        scene.Site.Before(TestGridSite.SummaryTarget(CollectScene.Blocking), new ServerAnswer { Silent = true, Before = stop.Cancel });

        await Should.ThrowAsync<OperationCanceledException>(scene.RunAsync(cancellation: stop.Token));

        scene.NothingIsLeft();
    }

    [Fact]
    public async Task RunAsync_StoppedWhileTheServiceFails_EndsAtOnce()
    {
        await using var scene = new CollectScene();
        using var stop = new CancellationTokenSource();
        scene.Site.Before(scene.ATable, ServerAnswer.Of(503) with { Before = stop.Cancel });

        await Should.ThrowAsync<OperationCanceledException>(scene.RunAsync(cancellation: stop.Token));

        scene.StateIsKept();
    }

    [Fact]
    public async Task RunAsync_NamesFromOutside_StayInsideTheirFolder()
    {
        await using var scene = new CollectScene();
        string[] jobs = ["../../x", "CON", new string('n', 300), "\U0001F600", "a b&tab=c#d?e/f", "Case", "case"];
        string summary = AnswerTexts.Summary("d", jobs);
        scene.Site.Add("/d%2F..%2F%26/summary", System.Text.Encoding.UTF8.GetBytes(summary));
        foreach (string job in jobs)
        {
            scene.Site.Add(TestGridSite.TableTarget("d%2F..%2F%26", Uri.EscapeDataString(job)), System.Text.Encoding.UTF8.GetBytes(AnswerTexts.TableOf(job, job)));
        }

        CollectResult result = await scene.RunAsync(scene.Options("d/../&"));

        result.Manifest.Skipped.ShouldBeEmpty();
        result.Manifest.Files.Where(f => f.Job is not null).Select(f => f.Job!).Order(StringComparer.Ordinal).ShouldBe(jobs.Order(StringComparer.Ordinal));
        Directory.GetFiles(scene.Store.Root, "*.gz", SearchOption.AllDirectories).Length.ShouldBe(jobs.Length + 1);
        StoreVerification.Run(scene.Store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }
}
