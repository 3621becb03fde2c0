using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CiFeatures.Collection.Replay.Http;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>Writes what the bucket's JSON API says about objects. Numbers of 64 bits are strings there.</summary>
internal static class BucketJson
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] FieldsOfFacts = ["id", "generation", "md5Hash", "crc32c", "etag", "*"];

    /// <summary>Whether the fields of objects that are asked for follow from their bytes.</summary>
    public static bool NeedsFacts(FieldMask mask) => Array.Exists(FieldsOfFacts, mask.Has);

    public static ReplayAnswer Listing(string bucket, FieldMask mask, BucketPage page, IReadOnlyList<(BucketObject Object, ObjectFacts? Facts)> objects, string? nextToken) => Answer(200, json =>
    {
        if (mask.Has("kind"))
        {
            json.WriteString("kind", "storage#objects");
        }

        if (nextToken is not null && mask.Has("nextPageToken"))
        {
            json.WriteString("nextPageToken", nextToken);
        }

        if (page.Prefixes.Count > 0 && mask.Has("prefixes"))
        {
            json.WriteStartArray("prefixes");
            foreach (string prefix in page.Prefixes)
            {
                json.WriteStringValue(prefix);
            }

            json.WriteEndArray();
        }

        if (objects.Count > 0 && mask.Inside("items") is { } item)
        {
            json.WriteStartArray("items");
            foreach ((BucketObject found, ObjectFacts? facts) in objects)
            {
                json.WriteStartObject();
                Write(json, item, bucket, found, facts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });

    public static ReplayAnswer Metadata(string bucket, FieldMask mask, BucketObject found, ObjectFacts facts) => Answer(200, json => Write(json, mask, bucket, found, facts));

    public static ReplayAnswer Bucket(string bucket, DateTimeOffset created) => Answer(200, json =>
    {
        json.WriteString("kind", "storage#bucket");
        json.WriteString("id", bucket);
        json.WriteString("name", bucket);
        json.WriteString("timeCreated", Time(created));
        json.WriteString("updated", Time(created));
        json.WriteString("metageneration", "1");
    });

    public static ReplayAnswer Error(int status, string reason, string message) => Answer(status, json =>
    {
        json.WriteStartObject("error");
        json.WriteNumber("code", status);
        json.WriteString("message", message);
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("message", message);
        json.WriteString("domain", "global");
        json.WriteString("reason", reason);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, FieldMask mask, string bucket, BucketObject found, ObjectFacts? facts)
    {
        void Text(string field, string? value)
        {
            if (value is not null && mask.Has(field))
            {
                json.WriteString(field, value);
            }
        }

        // An object that only a listing knows of has no sums, as a composite one has no MD5.
        Text("kind", "storage#object");
        Text("id", facts is null ? null : $"{bucket}/{found.Name}/{facts.Generation}");
        Text("name", found.Name);
        Text("bucket", bucket);
        Text("generation", facts?.Generation);
        Text("metageneration", "1");
        Text("contentType", found.ContentType);
        Text("contentEncoding", found.Plain is null ? null : "gzip");
        Text("storageClass", "STANDARD");
        Text("size", (facts?.Size ?? found.Bytes)?.ToString(CultureInfo.InvariantCulture));
        Text("md5Hash", facts?.Md5);
        Text("crc32c", facts?.Crc32c);
        Text("etag", facts?.EntityTag.Trim('"'));
        Text("cacheControl", "no-cache");
        Text("timeCreated", Time(found.Updated));
        Text("updated", Time(found.Updated));
        if (found.Link is { } link && mask.Has("metadata"))
        {
            json.WriteStartObject("metadata");
            json.WriteString("link", link);
            json.WriteEndObject();
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static ReplayAnswer Answer(int status, Action<Utf8JsonWriter> fields)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Form))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        return new ReplayAnswer { Status = status, ContentType = ReplayAnswer.Json, Body = new MadeBody(buffer.WrittenMemory) };
    }
}
