namespace CiFeatures.Core.Builds;

/// <summary>One file of a build that a collection was to take.</summary>
/// <param name="Path">Its path below the build's folder, such as <c>artifacts/junit_operator.xml</c>.</param>
/// <param name="Bytes">Its size after content decoding; null when it is missing.</param>
public sealed record BuildFile(string Path, long? Bytes)
{
    /// <summary>Whether the bucket did not have it. That is a finding, not an error.</summary>
    public bool IsMissing => Bytes is null;
}
