using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>A file that is taken.</summary>
/// <param name="Key">Its build.</param>
/// <param name="Path">Its path below the build.</param>
/// <param name="Name">Its name in the bucket.</param>
/// <param name="Url">Where it comes from, as the manifest says it: <c>gs://bucket/name</c>; empty where that is a folder on this machine.</param>
/// <param name="About">Its place in the snapshot.</param>
/// <param name="Facts">What the listing says of it; null where it says nothing.</param>
internal sealed record ChosenFile(BuildKey Key, string Path, string Name, string Url, NewBody About, ArtifactObject? Facts);
