using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;

namespace CiFeatures.Features.Artifacts.Listings;

/// <summary>The context of a row of <c>listings</c>.</summary>
internal readonly record struct ListingContext(BuildContext Build, string Folder, ListingEntry Entry);
