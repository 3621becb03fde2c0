using CiFeatures.Collection.Import;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Docs;

/// <summary>The service that a page's commands ask: the product's own server with a copy of the sample, as site, API and bucket.</summary>
internal sealed class GuideSite : IAsyncDisposable
{
    /// <summary>What a page writes for the address of a TestGrid site.</summary>
    public const string Name = "$TESTGRID";

    private readonly string _sample;
    private readonly string _store;
    private ReplayServer? _server;

    /// <summary>Prepares the service; it starts when the first command names it.</summary>
    /// <param name="sample">The recorded answers.</param>
    /// <param name="store">The folder of its store, which is not there yet.</param>
    public GuideSite(string sample, string store)
    {
        _sample = sample;
        _store = store;
    }

    /// <summary>The arguments of a command with the service's address in the place of its name.</summary>
    public async Task<string[]> FillInAsync(IReadOnlyList<string> arguments)
    {
        if (!arguments.Any(a => a.Contains(Name, StringComparison.Ordinal)))
        {
            return [.. arguments];
        }

        string url = await UrlAsync();
        return [.. arguments.Select(a => a.Replace(Name, url, StringComparison.Ordinal))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task<string> UrlAsync()
    {
        if (_server is null)
        {
            SnapshotStore store = SnapshotStore.OpenOrCreate(_store, TimeProvider.System);
            new TestGridImport(store).Run(_sample, new ImportOptions(), null, CancellationToken.None);
            _server = await ReplayServer.StartAsync(store, new ReplayOptions { Port = 0 }, TimeProvider.System, CancellationToken.None);
        }

        return _server.Url.AbsoluteUri.TrimEnd('/');
    }
}
