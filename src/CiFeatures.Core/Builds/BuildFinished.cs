namespace CiFeatures.Core.Builds;

/// <summary>What <c>finished.json</c> says. Texts that the file does not have are empty.</summary>
public sealed record BuildFinished
{
    /// <summary>When the build ended, UTC; null when the file does not say: the build still runs.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Whether it passed; null when the file does not say.</summary>
    public bool? Passed { get; init; }

    /// <summary>The result in words, such as <c>SUCCESS</c>.</summary>
    public string Result { get; init; } = "";

    /// <summary>The version of old files.</summary>
    public string JobVersion { get; init; } = "";

    /// <summary>The revision of the main repository.</summary>
    public string Revision { get; init; } = "";

    /// <summary>The version of still older files.</summary>
    public string RepoVersion { get; init; } = "";

    /// <summary>Metadata whose values are texts; the others are in <see cref="OtherMetadata"/>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Metadata whose values are no texts (maps, lists, numbers), each as JSON.</summary>
    public IReadOnlyDictionary<string, string> OtherMetadata { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
