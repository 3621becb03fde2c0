namespace CiFeatures.Decoding.Columns;

/// <summary>One entry of a bucket's listing below a job's folder: a folder, or an object that may link to one.</summary>
/// <param name="Prefix">The folder's path in the bucket; empty for an object.</param>
/// <param name="Name">The object's path in the bucket; empty for a folder.</param>
/// <param name="Metadata">The object's own metadata.</param>
public sealed record ListedObject(string Prefix, string Name, IReadOnlyDictionary<string, string> Metadata);
