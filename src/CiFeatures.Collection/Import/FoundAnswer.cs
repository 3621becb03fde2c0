namespace CiFeatures.Collection.Import;

/// <summary>A file of the imported folder that should hold an answer.</summary>
/// <param name="File">The file.</param>
/// <param name="Relative">Its path relative to the imported folder, with <c>/</c>, for people.</param>
/// <param name="Dashboard">The dashboard's true name.</param>
/// <param name="Job">The job's true name; null for a summary.</param>
/// <param name="FileBytes">The file's size.</param>
internal sealed record FoundAnswer(string File, string Relative, string Dashboard, string? Job, long FileBytes);
