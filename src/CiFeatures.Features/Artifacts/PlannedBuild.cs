using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts;

/// <summary>A build and the snapshot that it is read from.</summary>
/// <param name="Source">The snapshot.</param>
/// <param name="Key">The build.</param>
public sealed record PlannedBuild(BuildSource Source, BuildKey Key);
