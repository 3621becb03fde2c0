using CiFeatures.Collection.Replay;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>All recorded releases, 236 jobs: byte for byte what was imported, with faults of every kind.</summary>
public sealed class RealReplayTests(RealReplayTests.Recorded recorded) : IClassFixture<RealReplayTests.Recorded>
{
    [SkippableTheory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(16)]
    public async Task RunAsync_EveryFaultAtFivePercent_GivesTheImportedBytes(int inFlight)
    {
        ReplayedScene scene = recorded.OrSkip();
        await using ReplayServer server = await scene.ServeAsync("503:0.05,429:0.05,reset:0.05,truncate:0.05,slow:0.05", (ulong)inFlight);

        CollectResult result = await ReplayedScene.CollectAsync(scene.NewStore(), ReplayedScene.Options(server, TestGridSourceKind.Legacy, inFlight) with { Threads = 2 });

        ReplayedScene.Bodies(result.Manifest).ShouldBe(ReplayedScene.Bodies(scene.Imported));
        result.Manifest.Counts.Tables.ShouldBe(236);
        result.Retries.ShouldBeGreaterThan(10);
        server.Counters.MostInFlight.ShouldBeLessThanOrEqualTo(inFlight, Crowd(server.Requests, inFlight));
    }

    // The first request that was one too many, and those that were there already.
    private static string Crowd(IReadOnlyList<ReplayRequest> requests, int inFlight) =>
        requests.OrderBy(r => r.Sequence).FirstOrDefault(r => r.InFlight > inFlight) is { } late
            ? string.Join('\n', requests.Where(r => r.BeginMicroseconds <= late.BeginMicroseconds && r.EndMicroseconds >= late.BeginMicroseconds))
            : "";

    public sealed class Recorded : IDisposable
    {
        private ReplayedScene? _scene;

        internal ReplayedScene OrSkip() => _scene ??= new ReplayedScene(SharedData.PathOrSkip("data", "testgrid"));

        public void Dispose() => _scene?.Dispose();
    }
}
