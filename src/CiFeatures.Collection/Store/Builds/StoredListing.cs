using CiFeatures.Core.Builds;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>What <c>listing.json</c> of a build holds.</summary>
/// <param name="Address">Where the build lies, such as <c>gs://bucket/logs/job/build/</c>; empty when unknown.</param>
/// <param name="Folders">The folders that were listed, in ordinal order of their paths: the top level first.</param>
public sealed record StoredListing(string Address, IReadOnlyList<BuildListing> Folders);
