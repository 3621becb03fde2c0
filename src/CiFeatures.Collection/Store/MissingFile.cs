namespace CiFeatures.Collection.Store;

/// <summary>A file that a build was asked for and that its bucket does not have.</summary>
/// <param name="Job">The job.</param>
/// <param name="Build">The build's id.</param>
/// <param name="Path">The path below the build's folder.</param>
/// <param name="Url">Where it was looked for; empty for imports.</param>
public sealed record MissingFile(string Job, string Build, string Path, string Url)
{
    /// <summary>One line for a person.</summary>
    public override string ToString() => $"{Job}/{Build}/{Path}";
}
