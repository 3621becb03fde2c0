using CiFeatures.Collection.Store;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Cli.Pipeline;

/// <summary>The snapshots that hold builds, as the extraction of builds takes them.</summary>
internal static class BuildSources
{
    /// <summary>Gives the snapshots that have at least one build, in the order given; empty for a store of TestGrid's answers only.</summary>
    public static IReadOnlyList<BuildSource> Of(IReadOnlyList<SnapshotReader> snapshots) =>
        [.. from snapshot in snapshots where snapshot.BuildJobs.Count > 0 select new BuildSource(snapshot.SnapshotId, snapshot)];
}
