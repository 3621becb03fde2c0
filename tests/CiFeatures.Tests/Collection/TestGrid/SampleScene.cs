using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>The sample, and what is collected from a server that does not fail.</summary>
public sealed class SampleScene : IAsyncLifetime
{
    private readonly Dictionary<TestGridSourceKind, (SnapshotStore Store, CollectResult Result)> _calm = [];

    internal ReplayedScene Replayed { get; } = new(TestGridSite.SampleFolder);

    internal CollectResult Calm(TestGridSourceKind source) => _calm[source].Result;

    internal SnapshotReader Reader(TestGridSourceKind source) => _calm[source].Store.OpenSnapshots("latest").Single();

    public async Task InitializeAsync()
    {
        await using ReplayServer server = await Replayed.ServeAsync();
        foreach (TestGridSourceKind source in new[] { TestGridSourceKind.Legacy, TestGridSourceKind.Api, TestGridSourceKind.State })
        {
            SnapshotStore store = Replayed.NewStore();
            _calm[source] = (store, await ReplayedScene.CollectAsync(store, ReplayedScene.Options(server, source, 4)));
        }
    }

    public Task DisposeAsync()
    {
        Replayed.Dispose();
        return Task.CompletedTask;
    }
}
