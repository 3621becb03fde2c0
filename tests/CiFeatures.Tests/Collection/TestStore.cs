using System.Text;
using CiFeatures.Collection.Store;

namespace CiFeatures.Tests.Collection;

/// <summary>A store in a folder of its own, without real answers.</summary>
internal sealed class TestStore : IDisposable
{
    public static readonly SnapshotSource Source = new("test", "here");
    private readonly TemporaryFolder _folder = new();

    public TestStore(Func<string, string, bool>? link = null) => Store = new SnapshotStore(_folder.PathOf("store"), Clock, new FakeDecoder(), link);

    public FixedClock Clock { get; } = new();

    public SnapshotStore Store { get; }

    public static NewBody Table(string dashboard, string job) =>
        new(SnapshotPaths.Table(SafeNames.Encode(dashboard), SafeNames.Encode(job))) { Dashboard = dashboard, Job = job };

    public static NewBody Summary(string dashboard) => new(SnapshotPaths.Summary(SafeNames.Encode(dashboard))) { Dashboard = dashboard };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public string FileOf(string snapshot, string path) => Path.Combine([Store.Root, "snapshots", snapshot, .. path.Split('/')]);

    /// <summary>A complete snapshot of one dashboard.</summary>
    public SnapshotManifest Write(string summary = "{}", string table = "{\"tests\":[]}")
    {
        using SnapshotWriter writer = Store.Create(Source);
        writer.Write(Summary("d"), Bytes(summary));
        writer.Write(Table("d", "a/b"), Bytes(table));
        writer.Write(new NewBody("testgrid/dashboards.json.gz"), Bytes("[\"d\"]"));
        return writer.Complete();
    }

    public void Dispose() => _folder.Dispose();
}
