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

    public static ReplayAnswer Listing(string bucket, BucketPage page, IReadOnlyList<(BucketObject Object, ObjectFacts Facts)> objects, string? nextToken) => Answer(200, json =>
    {
        json.WriteString("kind", "storage#objects");
        if (nextToken is not null)
        {
            json.WriteString("nextPageToken", nextToken);
        }

        if (page.Prefixes.Count > 0)
        {
            json.WriteStartArray("prefixes");
            foreach (string prefix in page.Prefixes)
            {
                json.WriteStringValue(prefix);
            }

            json.WriteEndArray();
        }

        if (objects.Count > 0)
        {
            json.WriteStartArray("items");
            foreach ((BucketObject found, ObjectFacts facts) in objects)
            {
                json.WriteStartObject();
                Write(json, bucket, found, facts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    });

    public static ReplayAnswer Metadata(string bucket, BucketObject found, ObjectFacts facts) => Answer(200, json => Write(json, bucket, found, facts));

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

    private static void Write(Utf8JsonWriter json, string bucket, BucketObject found, ObjectFacts facts)
    {
        json.WriteString("kind", "storage#object");
        json.WriteString("id", $"{bucket}/{found.Name}/{facts.Generation}");
        json.WriteString("name", found.Name);
        json.WriteString("bucket", bucket);
        json.WriteString("generation", facts.Generation);
        json.WriteString("metageneration", "1");
        json.WriteString("contentType", found.ContentType);
        json.WriteString("storageClass", "STANDARD");
        json.WriteString("size", facts.Size.ToString(CultureInfo.InvariantCulture));
        json.WriteString("md5Hash", facts.Md5);
        json.WriteString("crc32c", facts.Crc32c);
        json.WriteString("etag", facts.EntityTag.Trim('"'));
        json.WriteString("cacheControl", "no-cache");
        json.WriteString("timeCreated", Time(found.Updated));
        json.WriteString("updated", Time(found.Updated));
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
