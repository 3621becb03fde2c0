namespace CiFeatures.Collection.Store.Pruning;

/// <summary>What pruning did, or would do.</summary>
public sealed record PruneReport
{
    /// <summary>The snapshots that were deleted, oldest first.</summary>
    public required IReadOnlyList<PrunedSnapshot> Deleted { get; init; }

    /// <summary>The snapshots that stay, oldest first.</summary>
    public required IReadOnlyList<PrunedSnapshot> Kept { get; init; }

    /// <summary>The snapshots that were to be deleted and could not be, or not wholly; what is left of one counts as incomplete.</summary>
    public required IReadOnlyList<PrunedSnapshot> Failed { get; init; }

    /// <summary>
    /// The lengths on the disk of all files that had no name outside the deleted snapshots: what is shared with another snapshot frees nothing.
    /// Null where the system does not tell how many names a file has.
    /// </summary>
    public required long? FreedBytes { get; init; }

    /// <summary>Whether nothing was deleted, as asked.</summary>
    public required bool IsDryRun { get; init; }
}

/// <summary>One snapshot in the report of pruning.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How it stood.</param>
/// <param name="Reason">Why it stays, goes, or could not go, in a few words.</param>
public sealed record PrunedSnapshot(string Id, SnapshotState State, string Reason);
