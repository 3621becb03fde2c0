namespace CiFeatures.Core.Builds;

/// <summary>Names one build: a run of a Prow job whose artifacts lie in a bucket.</summary>
/// <param name="Job">The job, as the last but one part of the build's folder in the bucket has it.</param>
/// <param name="Build">The build's id, a text: short numbers in old data, 19 digits later, beyond what a double holds.</param>
public readonly record struct BuildKey(string Job, string Build)
{
    /// <summary>Job and build for a reader.</summary>
    public override string ToString() => $"{Job}/{Build}";
}
