using System.Globalization;
using System.Text.Json;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Artifacts.Hashing;

namespace CiFeatures.Collection.Gcs;

/// <summary>Reads what the JSON API says about objects. Numbers of 64 bits are strings there; lists that are empty may be absent.</summary>
internal static class ObjectListJson
{
    private static readonly JsonDocumentOptions Form = new() { MaxDepth = 16 };

    /// <summary>Reads a page of a listing.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="url">Where it came from, for errors.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is no such page (CIF1246).</exception>
    public static ArtifactPage ReadPage(ReadOnlyMemory<byte> json, ArtifactListRequest request, string url)
    {
        using JsonDocument document = Parse(json, url);
        JsonElement root = document.RootElement;
        if (root.TryGetProperty("kind", out JsonElement kind) && Text(kind) is { } said && said != "storage#objects")
        {
            throw ArtifactErrors.BadListing(url, $"it is of the kind '{said}'.");
        }

        List<ArtifactObject> objects = [];
        List<string> folders = [];
        List<string> foul = [];
        foreach (JsonElement item in Items(root, "items", url))
        {
            string name = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("name", out JsonElement value) ? Text(value) ?? "" : "";

            // An object of the folder's own name, or of one below it, is how some tools make folders.
            if (name == request.Folder || (name.EndsWith('/') && ArtifactNames.Below(request.Folder, name, request.WholeTree) is not null))
            {
                continue;
            }

            if (name.EndsWith('/') || ArtifactNames.Below(request.Folder, name, request.WholeTree) is null)
            {
                foul.Add(name);
                continue;
            }

            objects.Add(Facts(item, name));
        }

        foreach (JsonElement item in Items(root, "prefixes", url))
        {
            string name = Text(item) ?? "";
            if (name.EndsWith('/') && ArtifactNames.Below(request.Folder, name, wholeTree: false) is not null)
            {
                folders.Add(name);
            }
            else
            {
                foul.Add(name);
            }
        }

        string? next = root.TryGetProperty("nextPageToken", out JsonElement token) && Text(token) is { Length: > 0 } more ? more : null;
        return new ArtifactPage(objects, folders, next) { Foul = foul };
    }

    /// <summary>Reads what is known of one object.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="name">The object's name.</param>
    /// <param name="url">Where it came from, for errors.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is no such answer (CIF1246).</exception>
    public static ArtifactObject ReadObject(ReadOnlyMemory<byte> json, string name, string url)
    {
        using JsonDocument document = Parse(json, url);
        return Facts(document.RootElement, name);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json, string url)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Form);
        }
        catch (JsonException e)
        {
            throw ArtifactErrors.BadListing(url, e.Message, e);
        }

        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            document.Dispose();
            throw ArtifactErrors.BadListing(url, "it is JSON, and no object.");
        }

        return document;
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement root, string name, string url)
    {
        if (!root.TryGetProperty(name, out JsonElement items) || items.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        return items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : throw ArtifactErrors.BadListing(url, $"'{name}' is no list.");
    }

    private static ArtifactObject Facts(JsonElement item, string name) => new(name)
    {
        Bytes = Number(item, "size"),
        Generation = Field(item, "generation"),
        ContentEncoding = Field(item, "contentEncoding"),
        Crc32C = HashTexts.Crc32C(Field(item, "crc32c")),
        Md5 = HashTexts.Md5(Field(item, "md5Hash")),
        Modified = DateTimeOffset.TryParse(Field(item, "updated"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time) ? time : null,
        Link = item.TryGetProperty("metadata", out JsonElement metadata) && metadata.ValueKind == JsonValueKind.Object
            ? Field(metadata, "x-goog-meta-link") ?? Field(metadata, "link")
            : null,
    };

    private static long? Number(JsonElement item, string name) =>
        long.TryParse(Field(item, name), NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;

    private static string? Field(JsonElement item, string name) => item.TryGetProperty(name, out JsonElement value)
        ? value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(value)
        : null;

    // A text with half a surrogate pair is no text.
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
