using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Whatever a server does to its answers on the way: what is stored is what a calm one gives.</summary>
public class ReplayedFaultsTests(SampleScene sample) : IClassFixture<SampleScene>
{
    private const string Everything = "503:0.1,429:0.1,reset:0.1,truncate:0.1,slow:0.1";

    [Theory]
    [InlineData("503:0.4", 4)]
    [InlineData("429:0.4", 4)]
    [InlineData("reset:0.4", 4)]
    [InlineData("truncate:0.4", 4)]
    [InlineData("slow:0.4", 4)]
    [InlineData(Everything, 1)]
    [InlineData(Everything, 4)]
    [InlineData(Everything, 16)]
    public async Task RunAsync_LegacySiteWithFaults_GivesTheSameSnapshot(string faults, int inFlight) => await Check(TestGridSourceKind.Legacy, faults, inFlight);

    [Theory]
    [InlineData(TestGridSourceKind.Api)]
    [InlineData(TestGridSourceKind.State)]
    public async Task RunAsync_OtherSourceWithFaults_GivesTheSameSnapshot(TestGridSourceKind source) => await Check(source, Everything, 4);

    private async Task Check(TestGridSourceKind source, string faults, int inFlight)
    {
        await using ReplayServer server = await sample.Replayed.ServeAsync(faults);
        SnapshotStore store = sample.Replayed.NewStore();

        CollectResult result = await ReplayedScene.CollectAsync(store, ReplayedScene.Options(server, source, inFlight));

        SnapshotManifest calm = sample.Calm(source).Manifest;
        result.Manifest.Files.Select(f => (f.Path, f.Sha256)).ShouldBe(calm.Files.Select(f => (f.Path, f.Sha256)));
        ReplayedScene.Skips(result.Manifest).ShouldBe(ReplayedScene.Skips(calm));
        server.Counters.Faults.ShouldBeGreaterThan(0);
        server.Counters.MostInFlight.ShouldBeLessThanOrEqualTo(inFlight);
        server.Counters.Requests.ShouldBeLessThanOrEqualTo(result.Requests, "What the client counts may have met a connection that was closed already.");
        StoreVerification.Run(store, SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }
}
