namespace CiFeatures.Collection.Store;

/// <summary>One line of the list of snapshots.</summary>
public sealed record SnapshotInfo
{
    /// <summary>The snapshot's id.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made, UTC, whole seconds.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Whether it is complete.</summary>
    public required SnapshotState State { get; init; }

    /// <summary>Its folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Its manifest's totals; null when it is not complete.</summary>
    public SnapshotCounts? Counts { get; init; }

    /// <summary>The fingerprint of its contents; null when it is not complete.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>How many bodies it holds, or held so far when it is not complete; null where that cannot be told.</summary>
    public int? StoredFiles { get; init; }

    /// <summary>Whether a living writer, here or in another process, has an incomplete one in hand.</summary>
    public bool IsBeingWritten { get; init; }

    /// <summary>Whether a collection with the same choice can go on with an incomplete one.</summary>
    public bool CanBeResumed { get; init; }

    /// <summary>Why it is damaged; empty otherwise.</summary>
    public string Problem { get; init; } = "";
}
