using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Collection.Store;
using CiFeatures.Tests.Collection.Replay.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.GoogleCloud.Tests.Support;

/// <summary>A server that replays a small bucket of builds, and the store that reads it with Google's client.</summary>
internal sealed class BucketScene : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private BucketScene(TemporaryFolder folder, ReplayServer server, GoogleCloudArtifactStore store)
    {
        _folder = folder;
        Server = server;
        Store = store;
    }

    public ReplayServer Server { get; }

    public GoogleCloudArtifactStore Store { get; }

    public static async Task<BucketScene> StartAsync(string? faults = null, ulong seed = 0, GoogleCloudOptions? options = null, string bucket = ProwStore.Bucket, Action<SnapshotStore>? fill = null)
    {
        var folder = new TemporaryFolder();
        SnapshotStore store = SnapshotStore.OpenOrCreate(folder.PathOf("store"), TimeProvider.System);
        (fill ?? ProwStore.Write)(store);
        var served = new ReplayOptions { Port = 0, Faults = faults is null ? [] : ReplayFault.Parse(faults), Seed = seed, RetryAfter = TimeSpan.Zero };
        ReplayServer server = await ReplayServer.StartAsync(store, served, TimeProvider.System, CancellationToken.None);
        options = (options ?? new GoogleCloudOptions()) with { Service = server.Url, FirstWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromMilliseconds(20) };
        return new BucketScene(folder, server, await GoogleCloudArtifactStore.OpenAsync(bucket, options, TimeProvider.System, CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
