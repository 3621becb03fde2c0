using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>
/// Writes and reads <c>listing.json</c>: what the folders of a build hold, in one form whatever the listing came from.
/// The same listing gives the same bytes.
/// </summary>
public static class ListingJson
{
    /// <summary>The JSON of a listing, with a line feed at its end.</summary>
    /// <param name="listing">The listing; folders and entries are put into ordinal order.</param>
    public static byte[] Write(StoredListing listing)
    {
        ListingDocument document = new()
        {
            Schema = ListingDocument.CurrentSchema,
            Address = listing.Address,
            Folders = [.. listing.Folders.OrderBy(f => f.Folder, StringComparer.Ordinal).Select(f => new ListingFolder { Folder = f.Folder, Entries = Items(f.Entries) })],
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, ListingDocumentJson.Default.ListingDocument), (byte)'\n'];
    }

    /// <summary>Reads a listing and trusts nothing in it.</summary>
    /// <param name="json">The JSON.</param>
    /// <exception cref="CiFeaturesException">It is not the JSON of a listing (CIF1245); the place says where.</exception>
    public static StoredListing Read(ReadOnlySpan<byte> json)
    {
        ListingDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(json, ListingDocumentJson.Default.ListingDocument);
        }
        catch (JsonException e)
        {
            throw CollectionErrors.BadListing(e.Message, e.LineNumber is { } line ? $"line {line + 1}, byte {e.BytePositionInLine}" : "", e);
        }

        if (document is not { Schema: ListingDocument.CurrentSchema })
        {
            throw CollectionErrors.BadListing($"Its schema is '{document?.Schema}', expected '{ListingDocument.CurrentSchema}'.", "");
        }

        foreach (ListingFolder? folder in document.Folders)
        {
            Check(folder);
        }

        return new StoredListing(document.Address, [.. document.Folders.Select(f => new BuildListing(f.Folder, [.. f.Entries.Select(Entry)]))]);
    }

    private static IReadOnlyList<ListingItem> Items(IReadOnlyList<ListingEntry> entries) =>
    [
        .. entries.OrderBy(e => e.Name, StringComparer.Ordinal).ThenBy(e => e.IsFolder)
            .Select(e => new ListingItem { Name = e.Name, Folder = e.IsFolder, Bytes = e.Bytes, Modified = e.Modified }),
    ];

    private static ListingEntry Entry(ListingItem item) => new(item.Name, item.Folder, item.Bytes, item.Modified);

    private static void Check(ListingFolder? folder)
    {
        if (folder is null || (folder.Folder.Length > 0 && folder.Folder[^1] != '/'))
        {
            throw CollectionErrors.BadListing($"'{folder?.Folder}' is not a folder below a build.", "");
        }

        foreach (ListingItem? item in folder.Entries)
        {
            if (item is null || item.Name.Length == 0 || item.Name.Contains('/', StringComparison.Ordinal) || item.Bytes < 0)
            {
                throw CollectionErrors.BadListing($"The folder '{folder.Folder}' has an entry that cannot be one.", "");
            }
        }
    }
}
