using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Prow;

public class ProwCollectorTests
{
    [Fact]
    public async Task RunAsync_ABuild_StoresItsListingAndTheUsualFilesAndSaysWhatIsMissing()
    {
        await using var scene = new ProwScene();

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        result.Manifest.Files.Select(f => f.Path.Split('/', 4)[3]).ShouldBe(
            ["artifacts/e2e/step/junit_01.xml.gz", "artifacts/junit_operator.xml.gz", "build-log.txt.gz", "finished.json.gz", "listing.json", "prowjob.json.gz", "started.json.gz"]);
        result.Manifest.Missing!.Select(m => m.Path).ShouldBe(["artifacts/build-resources/events.json", "artifacts/metadata.json", "podinfo.json"]);
        scene.Stored(result, "build-log.txt").ShouldBe(scene.FileOf("build-log.txt"));
        SnapshotFile log = result.Manifest.Files.Single(f => f.Artifact == "build-log.txt");
        log.Url.ShouldBe("gs://a-bucket/" + ProwScene.Root + "build-log.txt");
        log.Status.ShouldBe(200);
        StoreVerification.Run(scene.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();

        // What the listing does not have is not asked for.
        scene.Downloads("podinfo.json").ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_ABuild_WritesWhatItsFoldersHold()
    {
        await using var scene = new ProwScene();

        ProwResult result = await scene.RunAsync();

        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        StoredListing listing = ListingJson.Read(reader.ReadBody(reader.Manifest.Files.Single(f => f.Kind == SnapshotFileKind.BuildListing)));
        listing.Address.ShouldBe("gs://a-bucket/" + ProwScene.Root);
        listing.Folders.Select(f => f.Folder).ShouldBe(["", "artifacts/"]);
        listing.Folders[0].Entries.Select(e => e.DisplayName).ShouldBe(["artifacts/", "build-log.txt", "finished.json", "prowjob.json", "started.json"]);
        listing.Folders[1].Entries.Select(e => (e.DisplayName, e.Bytes)).ShouldBe([("e2e/", null), ("junit_operator.xml", 12L)]);
        result.BuildsTaken.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_ListingsInManyPages_AreReadToTheirEnd()
    {
        await using var scene = new ProwScene { PageSize = 2 };
        for (int i = 0; i < 7; i++)
        {
            scene.Files[$"logs/{ProwScene.Job}/{i + 5}/started.json"] = "{}"u8.ToArray();
        }

        ProwResult result = await scene.RunAsync(scene.Options() with { MaxBuilds = 4, Files = ["started.json", "artifacts/**/*.xml"] });

        // Natural order: 19 digits are newest, then 11 and 10; as texts 9 would come before them.
        result.Manifest.Files.Where(f => f.Artifact == "started.json").Select(f => f.Build).ShouldBe(["10", "11", "1934181563987654321", "9"], ignoreOrder: true);
        result.Manifest.Files.Count(f => f.Artifact?.EndsWith(".xml", StringComparison.Ordinal) == true).ShouldBe(2);
        result.BuildsListed.ShouldBe(8);
    }

    [Fact]
    public async Task RunAsync_Presubmits_AreFoundThroughTheirLinks()
    {
        await using var scene = new ProwScene();
        scene.Files.Clear();
        scene.Files["pr-logs/directory/pull-x/77.txt"] = "gs://a-bucket/pr-logs/pull/o_r/12/pull-x/77\n"u8.ToArray();
        scene.Files["pr-logs/directory/pull-x/78.txt"] = "gs://other-bucket/pr-logs/pull/o_r/12/pull-x/78"u8.ToArray();
        scene.Files["pr-logs/directory/pull-x/79.txt"] = "gs://a-bucket/../secret/79"u8.ToArray();
        scene.Files["pr-logs/directory/pull-x/latest-build.txt"] = "79"u8.ToArray();
        scene.Files["pr-logs/pull/o_r/12/pull-x/77/started.json"] = "{}"u8.ToArray();

        ProwResult result = await scene.RunAsync(scene.Options() with { Jobs = ["pull-x"], Files = ["started.json"] });

        result.Manifest.Files.Single(f => f.Artifact is not null).Url.ShouldBe("gs://a-bucket/pr-logs/pull/o_r/12/pull-x/77/started.json");
        result.Manifest.Skipped.Select(s => s.Code).ShouldBe(["CIF1253", "CIF1253"]);
    }

    [Fact]
    public async Task RunAsync_ForTheSecondTime_AsksForNothingThatHasNotChanged()
    {
        await using var scene = new ProwScene();
        await scene.RunAsync();
        int before = scene.Server.Requests.Count;

        ProwResult again = await scene.RunAsync();

        again.NotModified.ShouldBe(6);
        again.LinkedFiles.ShouldBe(7);
        scene.Server.Requests.Skip(before).ShouldAllBe(r => !r.Target.Contains("alt=media", StringComparison.Ordinal));
        again.Manifest.Fingerprint.ShouldBe(scene.Store.OpenSnapshots("all")[0].Fingerprint);
    }

    [Fact]
    public async Task RunAsync_Since_TakesTheBuildsThatBeganSince()
    {
        await using var scene = new ProwScene();

        ProwResult result = await scene.RunAsync(scene.Options() with { Since = new DateTimeOffset(2026, 6, 13, 0, 0, 0, TimeSpan.Zero) });
        result.BuildsTaken.ShouldBe(1);
        CiFeaturesException e = await Should.ThrowAsync<CiFeaturesException>(() => scene.RunAsync(scene.Options() with { Since = new DateTimeOffset(2026, 6, 14, 0, 0, 0, TimeSpan.Zero) }));
        e.Code.ShouldBe("CIF1249");
    }

    [Fact]
    public async Task RunAsync_OnlySomeBuildsAndJobs_SaysWhichAreNotThere()
    {
        await using var scene = new ProwScene();
        scene.Files["logs/periodic-ci-y/5/started.json"] = "{}"u8.ToArray();

        ProwResult result = await scene.RunAsync(scene.Options() with { Jobs = ["periodic-*", "none"], SuggestedJobs = ["suggested"], Builds = ["5", "6"], Files = ["started.json"] });

        result.Manifest.Files.Select(f => f.Build).Distinct().ShouldBe(["5"]);
        result.Jobs.ShouldBe(4);
        result.JobsWithoutBuilds.ShouldBe(2);
        result.Manifest.Skipped.Select(s => $"{s.Code} {s.Item}").ShouldBe(
            ["CIF1250 none", "CIF1251 periodic-ci-x/5", "CIF1251 periodic-ci-x/6", "CIF1251 periodic-ci-y/6"], ignoreOrder: true);
    }

    [Fact]
    public async Task RunAsync_LimitsOfTheWhole_LeaveTheRestOutAndSaySo()
    {
        await using var scene = new ProwScene();

        ProwResult result = await scene.RunAsync(scene.Options() with { MaxRequests = 5 });

        result.Requests.ShouldBeLessThanOrEqualTo(5);
        result.Manifest.Skipped.ShouldNotBeEmpty();
        result.Manifest.Skipped.ShouldAllBe(s => s.Code == "CIF1239");
        (await Should.ThrowAsync<CiFeaturesException>(() => scene.RunAsync(scene.Options() with { MaxRequests = 1 }))).Kind.ShouldBe(ErrorKind.BadInput);
    }

    [Fact]
    public async Task PlanAsync_ListsAndStoresNothing()
    {
        await using var scene = new ProwScene();

        ProwPlan plan = await new ProwCollector(scene.Store, LoopbackNetwork.Handler, scene.Clock).PlanAsync(scene.Options(), null, null, CancellationToken.None);

        plan.Files.Select(f => f.Path).ShouldContain("artifacts/e2e/step/junit_01.xml");
        plan.Files.Single(f => f.Path == "started.json").Bytes.ShouldBe(24);
        plan.Missing.Count.ShouldBe(3);
        Directory.Exists(scene.Store.Root).ShouldBeFalse();
        scene.Server.Requests.ShouldAllBe(r => !r.Target.Contains("alt=media", StringComparison.Ordinal));
    }

    /// <summary>A build that ends while its collection is interrupted did not lose its result.</summary>
    [Fact]
    public async Task RunAsync_FileComesWhileInterrupted_IsTakenAndNotMissing()
    {
        await using var scene = new ProwScene();
        byte[] finished = scene.FileOf("finished.json");
        scene.Files.Remove(ProwScene.Root + "finished.json");
        using var stop = new CancellationTokenSource();
        scene.Script = request => ProwScene.IsMedia(request, "prowjob.json") ? new ServerAnswer { Silent = true, Before = stop.Cancel } : null;
        await Should.ThrowAsync<OperationCanceledException>(() => scene.RunAsync(cancellation: stop.Token));
        scene.Script = _ => null;
        scene.Files[ProwScene.Root + "finished.json"] = finished;

        ProwResult result = await scene.RunAsync();

        result.RecoveredFiles.ShouldBeGreaterThan(0);
        scene.Stored(result, "finished.json").ShouldBe(finished);
        result.Manifest.Missing!.Select(m => m.Path).ShouldNotContain("finished.json");
    }

    [Fact]
    public async Task RunAsync_NoSuchBucket_HasNoBuilds()
    {
        await using var scene = new ProwScene();

        CiFeaturesException e = await Should.ThrowAsync<CiFeaturesException>(() => scene.RunAsync(scene.Options() with { Bucket = "another" }));

        e.Code.ShouldBe("CIF1249");
        e.Message.ShouldContain("has no builds");
        Directory.Exists(Path.Combine(scene.Store.Root, "snapshots")).ShouldBeFalse();
    }
}
