using CiFeatures.Core.Snapshots;

namespace CiFeatures.Features.Artifacts;

/// <summary>The builds of one snapshot.</summary>
/// <param name="SnapshotId">The snapshot's id.</param>
/// <param name="Reader">Gives them.</param>
public sealed record BuildSource(string SnapshotId, IBuildReader Reader);
