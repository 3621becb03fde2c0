namespace CiFeatures.Decoding.Columns;

/// <summary>A build that a listing shows.</summary>
/// <param name="Path">Where its files lie, such as <c>gs://bucket/logs/job/12</c>; a link's target ends in a slash.</param>
/// <param name="Name">Its name in the job's folder, by which builds are ordered: a link's own name, not that of its target.</param>
public sealed record ListedBuild(string Path, string Name);
