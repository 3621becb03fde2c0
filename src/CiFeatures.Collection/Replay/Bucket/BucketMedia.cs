using System.Globalization;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>Answers with the bytes of an object.</summary>
internal static class BucketMedia
{
    /// <summary>The bytes with what a bucket says about them.</summary>
    /// <param name="found">The object; it has a body.</param>
    /// <param name="facts">The facts of its stored bytes.</param>
    /// <param name="hashesInOne">Whether one header has both hashes; clients meet both forms.</param>
    public static ReplayAnswer Of(BucketObject found, ObjectFacts facts, bool hashesInOne = false)
    {
        (string Name, string Value)[] hashes = hashesInOne
            ? [("x-goog-hash", $"crc32c={facts.Crc32c},md5={facts.Md5}")]
            : [("x-goog-hash", $"crc32c={facts.Crc32c}"), ("x-goog-hash", $"md5={facts.Md5}")];
        string encoding = found.Plain is null ? "identity" : "gzip";
        (string Name, string Value)[] headers =
        [
            ("Cache-Control", "no-cache"),
            ("x-goog-generation", facts.Generation),
            ("x-goog-metageneration", "1"),
            ("x-goog-stored-content-encoding", encoding),
            ("x-goog-stored-content-length", facts.Size.ToString(CultureInfo.InvariantCulture)),
        ];
        if (found.Link is { } link)
        {
            headers = [.. headers, ("x-goog-meta-link", link)];
        }

        ReplayAnswer stored = new()
        {
            ContentType = found.ContentType,
            Body = found.Body!,
            LastModified = found.Updated.AddTicks(-(found.Updated.Ticks % TimeSpan.TicksPerSecond)),
            EntityTag = facts.EntityTag,
            Generation = facts.Generation,
            TakesRanges = true,
            Headers = [.. headers, .. hashes],
        };
        if (found.Plain is null)
        {
            return stored;
        }

        // Decompressed on the way, the bytes have no parts, no sums and no length that the service would know beforehand.
        return stored with
        {
            Headers = [.. stored.Headers, ("Content-Encoding", "gzip")],
            WithoutGzip = stored with { Body = found.Plain, TakesRanges = false, HidesLength = true, EntityTag = $"W/{facts.EntityTag}", Headers = [.. headers, ("Warning", "214 UploadServer gunzipped")] },
        };
    }
}
