using CiFeatures.Core.Builds;

namespace CiFeatures.Simulation.Answers;

/// <summary>One build of a simulated job, as its bucket has it.</summary>
public sealed record SimulatedBuild
{
    /// <summary>Its job and id.</summary>
    public required BuildKey Key { get; init; }

    /// <summary>Where it lies, such as <c>gs://bucket/logs/job/build/</c>.</summary>
    public required string Address { get; init; }

    /// <summary>The folders that a collection would have listed.</summary>
    public required IReadOnlyList<BuildListing> Folders { get; init; }

    /// <summary>The files that a collection would have taken: the path below the build's folder, and the contents.</summary>
    public required IReadOnlyList<KeyValuePair<string, byte[]>> Files { get; init; }

    /// <summary>The paths of files that a collection would have asked for and not found.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
