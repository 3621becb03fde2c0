using System.Text.Json.Serialization;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>What the bytes of a spool are of.</summary>
internal sealed record SpoolFacts
{
    /// <summary>Where they come from.</summary>
    public string Url { get; init; } = "";

    /// <summary>The generation; null where it is not known.</summary>
    public string? Generation { get; init; }

    /// <summary>The entity tag; null where there is none.</summary>
    public string? Etag { get; init; }

    /// <summary>How many there are altogether; null where it is not known.</summary>
    public long? TotalBytes { get; init; }

    /// <summary>The coding of the bytes; empty for none.</summary>
    public string Coding { get; init; } = "";

    /// <summary>Whether they are those that are stored, so that hashes and parts are of them.</summary>
    public bool IsStored { get; init; } = true;

    /// <summary>CRC-32C of them all; null where it is not known.</summary>
    public uint? Crc32C { get; init; }

    /// <summary>MD5 of them all; null where it is not known.</summary>
    public string? Md5 { get; init; }

    /// <summary>Whether the rest can be asked for: something has to tell this writing of the file from another.</summary>
    [JsonIgnore]
    public bool CanGoOn => IsStored && (Generation is not null || (Etag is not null && !Etag.StartsWith("W/", StringComparison.Ordinal)));
}

/// <summary>The facts as JSON, for whoever goes on.</summary>
[JsonSerializable(typeof(SpoolFacts))]
internal sealed partial class SpoolJson : JsonSerializerContext;
