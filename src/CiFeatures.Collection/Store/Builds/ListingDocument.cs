using System.Text.Json.Serialization;
using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Collection.Store.Builds;

/// <summary>The JSON of <c>listing.json</c>.</summary>
internal sealed record ListingDocument
{
    public const string CurrentSchema = "cifeatures/build-listing/v1";

    public required string Schema { get; init; }

    public required string Address { get; init; }

    public required IReadOnlyList<ListingFolder> Folders { get; init; }
}

/// <summary>One folder.</summary>
internal sealed record ListingFolder
{
    public required string Folder { get; init; }

    public required IReadOnlyList<ListingItem> Entries { get; init; }
}

/// <summary>One entry of a folder.</summary>
internal sealed record ListingItem
{
    public required string Name { get; init; }

    public required bool Folder { get; init; }

    public long? Bytes { get; init; }

    public DateTimeOffset? Modified { get; init; }
}

/// <summary>Compact JSON with the names of the manifest.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ListingDocument))]
internal sealed partial class ListingDocumentJson : JsonSerializerContext;
