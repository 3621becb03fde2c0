namespace CiFeatures.Collection.Artifacts;

/// <summary>What an artifact store can do beyond listing a folder and giving an object.</summary>
/// <param name="ListsTrees">Whether everything below a folder can be listed at once, without asking for each folder.</param>
/// <param name="StartsAnywhere">Whether a listing can begin at a name; otherwise it is read from its beginning.</param>
/// <param name="GivesStoredBytes">Whether the bytes of an object are those that its size and hashes are of; where not, they may have been decompressed or changed on the way.</param>
public sealed record ArtifactStoreTraits(bool ListsTrees, bool StartsAnywhere, bool GivesStoredBytes);
