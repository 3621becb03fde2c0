using System.Net;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Replay;

/// <summary>A store with recorded answers, a server that replays it, and a client that is not ours and changes nothing.</summary>
internal sealed class ReplayScene : IAsyncDisposable
{
    public const string Blocking = "sim-platform-release-5.1-blocking";
    public const string Job = "periodic-ci-simulated-platform-main-ci-5.1-e2e-gcp-ovn";
    private readonly Support.TemporaryFolder _folder;

    private ReplayScene(Support.TemporaryFolder folder, SnapshotStore store, ReplayServer server)
    {
        _folder = folder;
        Store = store;
        Server = server;
        Client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = 64 }) { BaseAddress = server.Url };
    }

    public static string SampleFolder => Repository.PathOf("data", "sample", "answers");

    public SnapshotStore Store { get; }

    public ReplayServer Server { get; }

    public HttpClient Client { get; }

    public SnapshotReader Snapshot => Store.OpenSnapshots("latest").Single();

    public static Task<ReplayScene> StartAsync(ReplayOptions? options = null, TimeProvider? time = null) => StartAsync(store => Import(store, SampleFolder), options, time);

    public static async Task<ReplayScene> StartAsync(Action<SnapshotStore> fill, ReplayOptions? options = null, TimeProvider? time = null)
    {
        var folder = new Support.TemporaryFolder();
        SnapshotStore store = SnapshotStore.OpenOrCreate(folder.PathOf("store"), new FixedClock());
        fill(store);
        ReplayServer server = await ReplayServer.StartAsync(store, (options ?? new ReplayOptions()) with { Port = 0 }, time ?? TimeProvider.System, CancellationToken.None);
        return new ReplayScene(folder, store, server);
    }

    public static void Import(SnapshotStore store, string folder) =>
        new TestGridImport(store).Run(folder, new ImportOptions(), null, CancellationToken.None);

    public static string TableTarget(string dashboard, string job) => $"/{Uri.EscapeDataString(dashboard)}/table?&show-stale-tests=&tab={Uri.EscapeDataString(job)}&graph-metrics=test-duration-minutes";

    /// <summary>The targets of all stored answers, with their stored bodies.</summary>
    public IReadOnlyList<(string Target, byte[] Body)> Stored()
    {
        SnapshotReader snapshot = Snapshot;
        return
        [
            .. snapshot.Manifest.Files.Where(f => f.Kind is SnapshotFileKind.Summary or SnapshotFileKind.Table).Select(f => (
                f.Kind == SnapshotFileKind.Summary ? $"/{Uri.EscapeDataString(f.Dashboard!)}/summary" : TableTarget(f.Dashboard!, f.Job!),
                snapshot.ReadBody(f))),
        ];
    }

    public async Task<HttpResponseMessage> SendAsync(string target, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, target);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        return await Client.SendAsync(request);
    }

    public string FileOf(string path) => Path.Combine([Snapshot.Folder, .. path.Split('/')]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}
