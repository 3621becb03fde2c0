namespace CiFeatures.Core.Builds;

/// <summary>All that is known of a build but the contents of its logs, JUnit files and events.</summary>
public sealed record BuildRecord
{
    /// <summary>Its job and id.</summary>
    public required BuildKey Key { get; init; }

    /// <summary>What <c>started.json</c> says; null when the build has none.</summary>
    public BuildStarted? Started { get; init; }

    /// <summary>What <c>finished.json</c> says; null when the build has none: it still runs, or was lost.</summary>
    public BuildFinished? Finished { get; init; }

    /// <summary>What <c>prowjob.json</c> says; null when the build has none.</summary>
    public ProwJobInfo? ProwJob { get; init; }

    /// <summary>The folders that were listed, the top level first. Empty when none could be.</summary>
    public IReadOnlyList<BuildListing> Listings { get; init; } = [];

    /// <summary>The files that were to be taken, in ordinal order of their paths, with those that were missing.</summary>
    public IReadOnlyList<BuildFile> Files { get; init; } = [];

    /// <summary>Where the build lies, such as <c>gs://bucket/logs/job/build/</c>; empty when unknown.</summary>
    public string Address { get; init; } = "";
}
