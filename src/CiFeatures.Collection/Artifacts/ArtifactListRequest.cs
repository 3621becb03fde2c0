namespace CiFeatures.Collection.Artifacts;

/// <summary>What is listed.</summary>
/// <param name="Folder">The folder: empty, or with a slash at its end.</param>
public sealed record ArtifactListRequest(string Folder)
{
    /// <summary>Whether everything below the folder is listed instead of its own entries; only where <see cref="ArtifactStoreTraits.ListsTrees"/>.</summary>
    public bool WholeTree { get; init; }

    /// <summary>
    /// Only names at or after this one, which begins with <see cref="Folder"/>, in ordinal order of UTF-8; null = all. A store that
    /// cannot begin there gives all.
    /// </summary>
    public string? StartAt { get; init; }

    /// <summary>What the page before gave as <see cref="ArtifactPage.Next"/>; null for the first page. The rest of the request is as it was.</summary>
    public string? Continuation { get; init; }
}
