namespace CiFeatures.Collection.Store;

/// <summary>How a snapshot stands.</summary>
public enum SnapshotState
{
    /// <summary>It has a valid manifest.</summary>
    Complete,

    /// <summary>It has no manifest: it is being written, or its writer was stopped.</summary>
    Incomplete,

    /// <summary>It has a manifest that cannot be used.</summary>
    Damaged,
}
