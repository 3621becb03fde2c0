namespace CiFeatures.Collection.Artifacts;

/// <summary>A page of a listing.</summary>
/// <param name="Objects">The objects, by their full names.</param>
/// <param name="Folders">The folders, by their full names with a slash at the end.</param>
/// <param name="Next">What the next page is asked for with; null where there is none.</param>
public sealed record ArtifactPage(IReadOnlyList<ArtifactObject> Objects, IReadOnlyList<string> Folders, string? Next)
{
    /// <summary>Entries that are not followed, as the store gave them: names that are not below the folder, such as <c>../x</c>.</summary>
    public IReadOnlyList<string> Foul { get; init; } = [];
}
