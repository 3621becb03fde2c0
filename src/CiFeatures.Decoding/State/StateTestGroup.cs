namespace CiFeatures.Decoding.State;

/// <summary>A test group of a configuration: one source of results. 0 and the empty text mean that a setting is not set.</summary>
public sealed record StateTestGroup
{
    /// <summary>The group's name; its grid is stored under it.</summary>
    public required string Name { get; init; }

    /// <summary>Bucket and folder of its builds, where the results are in a bucket.</summary>
    public string GcsPrefix { get; init; } = "";

    /// <summary>How many days of results are kept; 0 = 7.</summary>
    public int DaysOfResults { get; init; }

    /// <summary>How many columns are recent, for jobs that do not say.</summary>
    public int ColumnsRecent { get; init; }

    /// <summary>Failures that open an alert; 0 = no alerts.</summary>
    public int FailuresToAlert { get; init; }

    /// <summary>Passes that close an alert.</summary>
    public int PassesToDisableAlert { get; init; }

    /// <summary>Names of the custom column headers: label, else property, else configuration value.</summary>
    public IReadOnlyList<string> ColumnHeaders { get; init; } = [];

    /// <summary>Whether the first custom header (the commit) stands for the build id.</summary>
    public bool UseKubernetesClient { get; init; }

    /// <summary>The property shown with each cell.</summary>
    public string UserProperty { get; init; } = "";

    /// <summary>Whether only the newest of several results of a test in a column is kept.</summary>
    public bool IgnoreOldResults { get; init; }

    /// <summary>Whether skipped tests are left out.</summary>
    public bool IgnoreSkip { get; init; }

    /// <summary>The wire bytes of fields that this record does not have.</summary>
    internal byte[] Rest { get; init; } = [];
}
