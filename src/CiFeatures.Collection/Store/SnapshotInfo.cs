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

    /// <summary>Why it is damaged; empty otherwise.</summary>
    public string Problem { get; init; } = "";
}
