using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CiFeatures.Collection.Store.Manifests;

/// <summary>The manifest as JSON: names in snake case, two blanks, line feeds, fields in the order of the types.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    MaxDepth = 16,
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(SnapshotManifest))]
[JsonSerializable(typeof(ManifestHeader))]
internal sealed partial class ManifestJson : JsonSerializerContext;

/// <summary>The part of a manifest that is read first: it says whether this version can read the rest.</summary>
internal sealed record ManifestHeader
{
    public string? Schema { get; init; }
}

/// <summary>Times as <c>2021-07-28T13:10:18Z</c>, with a fraction of a second where there is one.</summary>
internal sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text && text.EndsWith('Z')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : throw new JsonException("A time such as 2021-07-28T13:10:18Z was expected.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
}
