using System.Globalization;
using CiFeatures.Collection.Artifacts;
using CloudObject = Google.Apis.Storage.v1.Data.Object;
using CloudObjects = Google.Apis.Storage.v1.Data.Objects;

namespace CiFeatures.GoogleCloud;

/// <summary>Makes sense of what the library says about objects, and trusts no name in it.</summary>
internal static class PageReading
{
    private static readonly string[] LinkKeys = ["x-goog-meta-link", "link"];

    /// <summary>A page of a listing.</summary>
    public static ArtifactPage Page(CloudObjects page, ArtifactListRequest request)
    {
        List<ArtifactObject> objects = [];
        List<string> foul = [];
        foreach (CloudObject item in page.Items ?? [])
        {
            // An object of the folder's own name is how some tools make folders.
            if (item.Name == request.Folder || (item.Name?.EndsWith('/') == true && IsBelow(item.Name, request.Folder)))
            {
                continue;
            }

            if (IsBelow(item.Name, request.Folder))
            {
                objects.Add(Facts(item));
            }
            else
            {
                foul.Add(item.Name ?? "");
            }
        }

        ILookup<bool, string> folders = (page.Prefixes ?? []).ToLookup(p => p.EndsWith('/') && IsBelow(p, request.Folder));
        return new ArtifactPage(objects, [.. folders[true]], string.IsNullOrEmpty(page.NextPageToken) ? null : page.NextPageToken) { Foul = [.. foul, .. folders[false]] };
    }

    /// <summary>What is known of an object.</summary>
    public static ArtifactObject Facts(CloudObject item) => new(item.Name)
    {
        Bytes = item.Size is { } size and <= long.MaxValue ? (long)size : null,
        Modified = item.UpdatedDateTimeOffset?.ToUniversalTime(),
        Generation = item.Generation?.ToString(CultureInfo.InvariantCulture),
        ContentEncoding = string.IsNullOrEmpty(item.ContentEncoding) ? null : item.ContentEncoding,
        Crc32C = ObjectHashes.Crc32C(item.Crc32c),
        Md5 = ObjectHashes.Md5(item.Md5Hash),
        Link = LinkKeys.Select(k => item.Metadata?.TryGetValue(k, out string? link) == true ? link : null).FirstOrDefault(l => l is not null),
    };

    // A name is a path below the folder without steps that lead elsewhere.
    private static bool IsBelow(string? name, string folder) =>
        name is not null && name.Length > folder.Length && name.StartsWith(folder, StringComparison.Ordinal)
        && name[folder.Length..].TrimEnd('/').Split('/').All(s => s is not ("" or "." or "..") && !s.Contains('\\', StringComparison.Ordinal));
}
