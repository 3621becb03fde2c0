namespace CiFeatures.Collection.Store;

/// <summary>Where the contents of a snapshot came from.</summary>
/// <param name="Kind">How: <c>import-testgrid</c> for a folder of recorded answers.</param>
/// <param name="Location">The address, or the name of the imported folder without what lies above it.</param>
public sealed record SnapshotSource(string Kind, string Location);
