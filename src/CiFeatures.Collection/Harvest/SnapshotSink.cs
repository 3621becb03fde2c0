using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Harvest;

/// <summary>Puts bodies into a snapshot.</summary>
internal sealed class SnapshotSink(SnapshotWriter writer) : IBodySink
{
    private int _stored;

    /// <summary>Gets how many bodies were stored by now.</summary>
    public int StoredCount => Volatile.Read(ref _stored);

    public SnapshotFile? Recovered(string path) => writer.Recovered(path);

    public SnapshotFile? Former(string path, string url) => writer.Former(path, url);

    public SnapshotFile? Reuse(NewBody about, SnapshotFile former)
    {
        SnapshotFile? entry = writer.Reuse(about, former);
        Interlocked.Add(ref _stored, entry is null ? 0 : 1);
        return entry;
    }

    public SnapshotFile? Stored(string path) => writer.Stored(path);

    public void Withdraw(string path) => writer.Withdraw(path);

    public ReadOnlyMemory<byte> ReadBack(SnapshotFile entry) => writer.ReadBack(entry);

    public void Write(NewBody about, ReadOnlyMemory<byte> body)
    {
        writer.Write(about, body.Span);
        Interlocked.Increment(ref _stored);
    }
}
