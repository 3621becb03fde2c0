using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Prow;

/// <summary>What a collection of builds would take. The listings were asked for to make it.</summary>
public sealed record ProwPlan
{
    /// <summary>How many requests were sent to make the plan.</summary>
    public required int RequestsSent { get; init; }

    /// <summary>How many jobs were looked for.</summary>
    public required int Jobs { get; init; }

    /// <summary>How many builds they have.</summary>
    public required int BuildsListed { get; init; }

    /// <summary>How many builds would be taken.</summary>
    public required int BuildsChosen { get; init; }

    /// <summary>The files that would be taken, by job, build and path.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>What the builds are known not to have.</summary>
    public required IReadOnlyList<MissingFile> Missing { get; init; }

    /// <summary>What would be left out.</summary>
    public required IReadOnlyList<SkippedItem> Skipped { get; init; }
}

/// <summary>A file that would be taken.</summary>
/// <param name="Job">The job.</param>
/// <param name="Build">The build's id.</param>
/// <param name="Path">The path below the build.</param>
/// <param name="Bytes">Its size as stored; null where the listing does not say.</param>
public sealed record PlannedFile(string Job, string Build, string Path, long? Bytes);
