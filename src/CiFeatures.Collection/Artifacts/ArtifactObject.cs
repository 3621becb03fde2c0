namespace CiFeatures.Collection.Artifacts;

/// <summary>What is known of an object. What the store does not tell is null.</summary>
/// <param name="Name">Its full name.</param>
public sealed record ArtifactObject(string Name)
{
    /// <summary>Its size as stored: compressed where it is stored compressed.</summary>
    public long? Bytes { get; init; }

    /// <summary>When it was last written, UTC.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Which writing of the object it is; changes when it is written again.</summary>
    public string? Generation { get; init; }

    /// <summary>The coding that it is stored with, such as <c>gzip</c>; null for none and where it is not known.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary>CRC-32C (Castagnoli) of the stored bytes.</summary>
    public uint? Crc32C { get; init; }

    /// <summary>MD5 of the stored bytes, 32 lower-case hexadecimal digits; objects that were put together from parts have none.</summary>
    public string? Md5 { get; init; }

    /// <summary>Where the object leads to, for the links that stand for presubmit builds: the metadata <c>x-goog-meta-link</c> or <c>link</c>, such as <c>gs://bucket/pr-logs/pull/…</c>.</summary>
    public string? Link { get; init; }
}
