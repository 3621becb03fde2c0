using CiFeatures.Collection.Http;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>A site with the sample's answers, a store, and a clock on which waiting takes no time.</summary>
internal sealed class CollectScene : IAsyncDisposable
{
    public const string Blocking = "sim-platform-release-5.1-blocking";
    public const string Informing = "sim-platform-release-5.1-informing";
    private readonly TemporaryFolder _folder = new();

    public CollectScene(string coding = "")
    {
        Site = new TestGridSite(TestGridSite.SampleFolder, coding);
        Store = SnapshotStore.OpenOrCreate(_folder.PathOf("store"), Clock);
    }

    public ImpatientClock Clock { get; } = new();

    public TestGridSite Site { get; }

    public SnapshotStore Store { get; }

    public List<CollectProgress> Progress { get; } = [];

    public string ATable => Site.Targets.First(t => t.StartsWith($"/{Blocking}/table", StringComparison.Ordinal));

    /// <summary>The addresses of tables that a summary promises and the site does not have; the sample has such a job.</summary>
    public IReadOnlyList<string> Gaps => [.. Site.Promised.Except(Site.Targets).Select(t => Site.Url + t).Order(StringComparer.Ordinal)];

    public CollectOptions Options(params string[] dashboards) => new()
    {
        Dashboards = dashboards.Length == 0 ? [Blocking, Informing] : dashboards,
        Source = TestGridSourceKind.Legacy,
        Site = new Uri(Site.Url),
        Http = new PoliteHttpOptions { ToolVersion = "1.2.3+abc", Seed = 7, MaxInFlight = 1 },
    };

    public Task<CollectResult> RunAsync(CollectOptions? options = null, CancellationToken cancellation = default) =>
        new TestGridCollector(Store, LoopbackNetwork.Handler, Clock).RunAsync(options ?? Options(), new SyncProgress<CollectProgress>(Progress.Add), cancellation);

    /// <summary>The manifest of the same answers when they are imported.</summary>
    public SnapshotManifest Imported()
    {
        SnapshotStore other = SnapshotStore.OpenOrCreate(_folder.PathOf("imported"), Clock);
        return new TestGridImport(other).Run(TestGridSite.SampleFolder, new ImportOptions(), null, CancellationToken.None).Manifest;
    }

    public void NothingIsLeft() => Directory.Exists(Store.Root).ShouldBeFalse("A collection that has nothing leaves nothing, not even the folder it made.");

    /// <summary>The only snapshot is incomplete and waits for the next collection.</summary>
    public void StateIsKept()
    {
        SnapshotInfo kept = Store.List().ShouldHaveSingleItem();
        kept.State.ShouldBe(SnapshotState.Incomplete);
        Directory.GetFiles(kept.Folder, "*.json.gz", SearchOption.AllDirectories).ShouldNotBeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Dispose();
    }
}
