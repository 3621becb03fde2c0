namespace CiFeatures.Core.Builds;

/// <summary>What <c>started.json</c> says. Texts that the file does not have are empty.</summary>
public sealed record BuildStarted
{
    /// <summary>When the build began, UTC; null when the file does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The node it ran on.</summary>
    public string Node { get; init; } = "";

    /// <summary>The pull request of a presubmit, as the file writes it.</summary>
    public string Pull { get; init; } = "";

    /// <summary>Repository to branch or pull requests.</summary>
    public IReadOnlyDictionary<string, string> Repos { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The commit of the main repository.</summary>
    public string RepoCommit { get; init; } = "";

    /// <summary>The version of old files.</summary>
    public string JobVersion { get; init; } = "";

    /// <summary>The version of still older files.</summary>
    public string RepoVersion { get; init; } = "";

    /// <summary>Metadata whose values are texts; the others are in <see cref="OtherMetadata"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Metadata whose values are no texts (maps, lists, numbers), each as JSON.</summary>
    public IReadOnlyDictionary<string, string> OtherMetadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
