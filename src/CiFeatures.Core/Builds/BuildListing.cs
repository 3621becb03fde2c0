namespace CiFeatures.Core.Builds;

/// <summary>What one folder of a build holds.</summary>
/// <param name="Folder">The folder below the build's: empty for the top level, otherwise with a slash at its end, such as <c>artifacts/</c>.</param>
/// <param name="Entries">Its entries in ordinal order of their names.</param>
public sealed record BuildListing(string Folder, IReadOnlyList<ListingEntry> Entries);
