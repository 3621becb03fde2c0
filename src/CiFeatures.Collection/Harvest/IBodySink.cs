using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Harvest;

/// <summary>Where bodies go, and where those come from that are there already. Called from several threads.</summary>
internal interface IBodySink
{
    /// <summary>The entry of a body that an interrupted collection has stored already; null where there is none.</summary>
    SnapshotFile? Recovered(string path);

    /// <summary>The entry of a former snapshot's body that the service may be asked about; null where there is none.</summary>
    SnapshotFile? Former(string path, string url);

    /// <summary>Takes over a former body that has not changed; null where it is damaged or gone.</summary>
    SnapshotFile? Reuse(NewBody about, SnapshotFile former);

    /// <summary>The entry of a body that is stored by now; null where there is none.</summary>
    SnapshotFile? Stored(string path);

    /// <summary>Takes a body out again.</summary>
    void Withdraw(string path);

    /// <summary>Reads a body that was recovered or reused.</summary>
    ReadOnlyMemory<byte> ReadBack(SnapshotFile entry);

    /// <summary>Stores a body.</summary>
    void Write(NewBody about, ReadOnlyMemory<byte> body);
}
