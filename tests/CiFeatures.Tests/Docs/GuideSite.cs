using CiFeatures.Collection.Http;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The service that a page's commands ask: the product's own server with a copy of the sample, as site, API and bucket.</summary>
internal sealed class GuideSite : IAsyncDisposable
{
    /// <summary>What a page writes for the address of a TestGrid site.</summary>
    public const string Name = "$TESTGRID";

    /// <summary>What a page writes for the address of a service that holds a bucket with builds, and shows it as gcsweb.</summary>
    public const string BucketName = "$BUCKET";

    private readonly string _sample;
    private readonly string _store;
    private ReplayServer? _server;
    private ReplayServer? _bucket;

    /// <summary>Prepares the service; it starts when the first command names it.</summary>
    /// <param name="sample">The recorded answers.</param>
    /// <param name="store">The folder of its store, which is not there yet.</param>
    public GuideSite(string sample, string store)
    {
        _sample = sample;
        _store = store;
    }

    /// <summary>The arguments of a command with the services' addresses in the place of their names.</summary>
    public async Task<string[]> FillInAsync(IReadOnlyList<string> arguments)
    {
        string[] filled = [.. arguments];
        if (filled.Any(a => a.Contains(Name, StringComparison.Ordinal)))
        {
            string url = Url(_server ??= await SiteAsync());
            filled = [.. filled.Select(a => a.Replace(Name, url, StringComparison.Ordinal))];
        }

        if (filled.Any(a => a.Contains(BucketName, StringComparison.Ordinal)))
        {
            string url = Url(_bucket ??= await BucketAsync());
            filled = [.. filled.Select(a => a.Replace(BucketName, url, StringComparison.Ordinal))];
        }

        return filled;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ReplayServer? server in new[] { _server, _bucket })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static string Url(ReplayServer server) => server.Url.AbsoluteUri.TrimEnd('/');

    private async Task<ReplayServer> SiteAsync()
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(_store, TimeProvider.System);
        new TestGridImport(store).Run(_sample, new ImportOptions(), null, CancellationToken.None);
        return await ReplayServer.StartAsync(store, new ReplayOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
    }

    private async Task<ReplayServer> BucketAsync()
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(_store + "-builds", TimeProvider.System);
        var collector = new ProwCollector(store, () => throw new InvalidOperationException("A folder asks nobody."), TimeProvider.System);
        var options = new ProwCollectOptions { Jobs = ["*"], Source = ProwSourceKind.Folder, Folder = Repository.PathOf("data", "bucket"), Http = new PoliteHttpOptions { ToolVersion = "0" } };
        await collector.RunAsync(options, null, null, CancellationToken.None);
        return await ReplayServer.StartAsync(store, new ReplayOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
    }
}
