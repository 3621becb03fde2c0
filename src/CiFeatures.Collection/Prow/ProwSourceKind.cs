namespace CiFeatures.Collection.Prow;

/// <summary>How a bucket with builds is read.</summary>
public enum ProwSourceKind
{
    /// <summary>The bucket's JSON API.</summary>
    Api,

    /// <summary>The pages of gcsweb.</summary>
    Gcsweb,

    /// <summary>A folder on this machine that is a copy of the bucket.</summary>
    Folder,

    /// <summary>Google's own client, which only some builds of the program have; whoever collects opens the bucket.</summary>
    GoogleCloud,
}
