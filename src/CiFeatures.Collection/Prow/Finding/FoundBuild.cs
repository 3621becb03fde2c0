using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Finding;

/// <summary>A build that there is.</summary>
/// <param name="Key">Its job and id.</param>
/// <param name="Folder">Its folder in the bucket, with a slash at its end; for a link that was not read yet, the link's own name.</param>
/// <param name="IsLink">Whether <paramref name="Folder"/> names a link that has to be read.</param>
/// <param name="Target">Where the link leads, where the listing said so; null otherwise.</param>
internal sealed record FoundBuild(BuildKey Key, string Folder, bool IsLink = false, string? Target = null);
