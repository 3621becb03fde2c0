namespace CiFeatures.Collection.Store;

/// <summary>What a stored file is, by its place in the snapshot.</summary>
public enum SnapshotFileKind
{
    /// <summary>Something else, such as the list of dashboards or a build log.</summary>
    Other,

    /// <summary>The summary answer of a dashboard.</summary>
    Summary,

    /// <summary>The table answer of a job.</summary>
    Table,
}
