namespace CiFeatures.Core.Builds;

/// <summary>What <c>prowjob.json</c> says of a build. Texts that the file does not have are empty.</summary>
public sealed record ProwJobInfo
{
    /// <summary>The job's name.</summary>
    public string Job { get; init; } = "";

    /// <summary><c>periodic</c>, <c>postsubmit</c>, <c>presubmit</c> or <c>batch</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>The build cluster.</summary>
    public string Cluster { get; init; } = "";

    /// <summary>The state, such as <c>success</c> or <c>aborted</c>.</summary>
    public string State { get; init; } = "";

    /// <summary>What is said of the state.</summary>
    public string Description { get; init; } = "";

    /// <summary>The page of the build.</summary>
    public string Url { get; init; } = "";

    /// <summary>When Prow created it, UTC.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When its pod was made, UTC.</summary>
    public DateTimeOffset? Pending { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset? Completed { get; init; }

    /// <summary>Repository (<c>org/repo</c>) to base branch with its commit, as far as the file says.</summary>
    public IReadOnlyDictionary<string, string> Repos { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
