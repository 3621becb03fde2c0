using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Harvest;

/// <summary>Stores nothing: for a plan.</summary>
internal sealed class NoSink : IBodySink
{
    public SnapshotFile? Recovered(string path) => null;

    public SnapshotFile? Former(string path, string url) => null;

    public SnapshotFile? Reuse(NewBody about, SnapshotFile former) => null;

    public SnapshotFile? Stored(string path) => null;

    public void Withdraw(string path)
    {
        // There is nothing to take out.
    }

    public ReadOnlyMemory<byte> ReadBack(SnapshotFile entry) => throw new NotSupportedException();

    public void Write(NewBody about, ReadOnlyMemory<byte> body)
    {
        // Whoever plans has only looked at it.
    }
}
