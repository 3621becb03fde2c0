namespace CiFeatures.Collection.Store.Pruning;

/// <summary>What <see cref="SnapshotStore.Prune"/> keeps. One of <see cref="Keep"/> and <see cref="KeepWithin"/> has to be given; with both, a snapshot stays that either keeps.</summary>
public sealed record PruneOptions
{
    /// <summary>How many of the newest complete snapshots stay; at least 1.</summary>
    /// <value>Null: the number decides nothing.</value>
    public int? Keep { get; init; }

    /// <summary>Complete snapshots that are not older than this stay; more than zero.</summary>
    /// <value>Null: the age decides nothing.</value>
    public TimeSpan? KeepWithin { get; init; }

    /// <summary>Whether incomplete snapshots that nobody writes are deleted too.</summary>
    /// <value>False.</value>
    public bool Incomplete { get; init; }

    /// <summary>Incomplete snapshots that were begun within this time stay, since a collection may still go on with them.</summary>
    /// <value>A day.</value>
    public TimeSpan IncompleteWithin { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Whether nothing is deleted and the report says what would be.</summary>
    /// <value>False.</value>
    public bool DryRun { get; init; }
}
