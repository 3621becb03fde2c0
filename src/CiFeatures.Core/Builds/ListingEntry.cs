namespace CiFeatures.Core.Builds;

/// <summary>One entry of a folder in the bucket.</summary>
/// <param name="Name">Its name in the folder, without slashes; a link to the folder above is no entry.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Bytes">Its size as stored in the bucket; null for folders and where the listing does not say.</param>
/// <param name="Modified">When it was last written, UTC; null for folders and where the listing does not say.</param>
public sealed record ListingEntry(string Name, bool IsFolder, long? Bytes = null, DateTimeOffset? Modified = null)
{
    /// <summary>The name as listings show it: folders end in a slash.</summary>
    public string DisplayName => IsFolder ? Name + "/" : Name;
}
