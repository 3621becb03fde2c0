namespace CiFeatures.Formats.DataSets;

/// <summary>What only the caller knows of a data set, for its manifest.</summary>
public sealed record DataSetManifestInput
{
    /// <summary>The snapshots that the tables were computed from.</summary>
    public IReadOnlyList<SnapshotProvenance> Snapshots { get; init; } = [];

    /// <summary>The parameters of the whole run, by name.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters of single features: by feature id (<c>&lt;table&gt;.&lt;column&gt;</c>), then by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> FeatureParameters { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<SkippedItem> Skipped { get; init; } = [];

    /// <summary>How often each issue came up, by its code.</summary>
    public IReadOnlyDictionary<string, long> Issues { get; init; } = new Dictionary<string, long>();
}

/// <summary>A snapshot that a data set was computed from.</summary>
/// <param name="Id">The snapshot's id.</param>
/// <param name="Fingerprint">A hash over what the snapshot holds.</param>
public sealed record SnapshotProvenance(string Id, string Fingerprint);

/// <summary>Something that is not in a data set although it was in its source.</summary>
/// <param name="Item">What: a dashboard, a job.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedItem(string Item, string Reason);
