using CiFeatures.Collection.Http;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Recorded answers, imported once, replayed by the product's own server, and collected from it on the real clock.</summary>
public sealed class ReplayedScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _stores;

    /// <summary>Imports the answers of a folder.</summary>
    public ReplayedScene(string answers)
    {
        Origin = NewStore();
        Imported = new TestGridImport(Origin).Run(answers, new ImportOptions(), null, CancellationToken.None).Manifest;
    }

    internal SnapshotStore Origin { get; }

    internal SnapshotManifest Imported { get; }

    internal static CollectOptions Options(ReplayServer server, TestGridSourceKind source, int inFlight)
    {
        string site = server.Url.GetLeftPart(UriPartial.Authority);
        return new CollectOptions
        {
            Dashboards = [],
            Source = source,
            Site = new Uri(site),
            Api = new Uri($"{site}/api/v1"),
            Storage = new Uri(site),
            MaxFailuresInARow = 20,
            Http = new PoliteHttpOptions { ToolVersion = "1", MaxInFlight = inFlight, RequestsPerSecond = 0, MaxRetries = 10, FirstDelay = TimeSpan.FromMilliseconds(2), MaxDelay = TimeSpan.FromMilliseconds(50) },
        };
    }

    /// <summary>The paths and bodies of a snapshot, without the page that names the dashboards, which an import does not have.</summary>
    internal static IReadOnlyList<string> Bodies(SnapshotManifest manifest) =>
        [.. manifest.Files.Where(f => f.Dashboard is not null).Select(f => $"{f.Path} {f.Sha256} {f.Dashboard} {f.Job} {f.Tests} {f.Runs}")];

    /// <summary>What was left out, wherever the server was.</summary>
    internal static IReadOnlyList<string> Skips(SnapshotManifest manifest) => [.. manifest.Skipped.Select(s => $"{new Uri(s.Item).PathAndQuery} {s.Code}")];

    internal SnapshotStore NewStore() => SnapshotStore.OpenOrCreate(_folder.PathOf($"store{_stores++}"), TimeProvider.System);

    internal Task<ReplayServer> ServeAsync(string? faults = null, ulong seed = 1) => ReplayServer.StartAsync(
        Origin,
        new ReplayOptions { Port = 0, Faults = faults is null ? [] : ReplayFault.Parse(faults), Seed = seed, SlowFor = TimeSpan.FromMilliseconds(50), RetryAfter = TimeSpan.Zero },
        TimeProvider.System,
        CancellationToken.None);

    internal static Task<CollectResult> CollectAsync(SnapshotStore store, CollectOptions options) =>
        new TestGridCollector(store, LoopbackNetwork.Handler, TimeProvider.System).RunAsync(options, null, CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}
