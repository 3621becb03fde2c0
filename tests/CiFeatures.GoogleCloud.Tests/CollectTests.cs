using CiFeatures.Collection.Store;
using CiFeatures.GoogleCloud.Tests.Support;
using CiFeatures.Tests.Collection.Replay.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.GoogleCloud.Tests;

public class CollectTests
{
    [Fact]
    public async Task CollectProw_WithGooglesClient_TakesTheSameBodiesAsWithTheApi()
    {
        await using BucketScene scene = await BucketScene.StartAsync();
        using var folder = new TemporaryFolder();
        List<string> hashes = [];
        foreach (string source in new[] { "google-cloud", "api" })
        {
            CliRun run = await CliRun.StartAsync(folder.Path, "collect", "prow", "--job", ProwStore.Job, "--source", source, "--api", scene.Server.Url.AbsoluteUri, "--bucket", ProwStore.Bucket, "--into", source);
            run.ExitCode.ShouldBe(0, run.Error);
            SnapshotReader snapshot = SnapshotStore.Open(folder.PathOf(source), TimeProvider.System).OpenSnapshots("latest").Single();
            snapshot.Manifest.Files.Count.ShouldBeGreaterThan(20);
            hashes.Add(snapshot.Fingerprint);
        }

        hashes[0].ShouldBe(hashes[1]);
    }
}
