using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>Turns messages as the cases write them into messages as they go over the wire.</summary>
/// <remarks>
/// The cases have lower camel case, times as two numbers, defaults written out here and there, and a level <c>resultSourceConfig</c> which is the
/// name of a choice of fields in Go and no field of the message. The wire has snake case, times as texts, no defaults and no such level.
/// </remarks>
internal static class WireJson
{
    // The model holds times to the millisecond; healthiness is kept as text and keeps every digit.
    private static readonly string[] ToTheMillisecond = ["last_run_timestamp", "last_update_timestamp", "pass_timestamp", "fail_timestamp", "started"];

    public static JsonNode Of(JsonElement message) => Convert(message, "")!;

    public static byte[] Bytes(JsonElement message) => Encoding.UTF8.GetBytes(Of(message).ToJsonString());

    public static void ShouldBe(ReadOnlyMemory<byte> actual, JsonElement expected)
    {
        JsonNode found = JsonNode.Parse(actual.Span)!;
        JsonNode wanted = Of(expected);
        JsonNode.DeepEquals(found, wanted).ShouldBeTrue($"found {found.ToJsonString()}\nwanted {wanted.ToJsonString()}");
    }

    private static JsonNode? Convert(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                return new JsonArray([.. value.EnumerateArray().Select(e => Convert(e, ""))]);
            case JsonValueKind.Object when IsTime(value):
                return JsonValue.Create(Time(value, name));
            case JsonValueKind.Object:
                return Object(value, name);
            default:
                return JsonNode.Parse(value.GetRawText());
        }
    }

    private static JsonNode Object(JsonElement value, string name)
    {
        JsonObject message = [];
        foreach (JsonProperty property in value.EnumerateObject())
        {
            string field = name == "tab_status_count" ? property.Name : ApiFields.Snake(property.Name);
            if (field == "result_source_config")
            {
                return Convert(property.Value, "")!;
            }

            if (!IsDefault(property.Value))
            {
                message[field] = Convert(property.Value, field);
            }
        }

        return message;
    }

    private static bool IsDefault(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => value.GetString()!.Length == 0,
        JsonValueKind.Number => value.GetDouble() == 0,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private static bool IsTime(JsonElement value) =>
        value.EnumerateObject().Any() && value.EnumerateObject().All(p => p.Name is "seconds" or "nanos");

    private static string Time(JsonElement value, string name)
    {
        long seconds = value.TryGetProperty("seconds", out JsonElement s) ? s.GetInt64() : 0;
        int nanos = value.TryGetProperty("nanos", out JsonElement n) ? n.GetInt32() : 0;
        nanos -= ToTheMillisecond.Contains(name) ? nanos % 1_000_000 : 0;
        string fraction = nanos == 0 ? "" : $".{nanos:D9}";
        while (fraction.EndsWith("000", StringComparison.Ordinal))
        {
            fraction = fraction[..^3];
        }

        return DateTime.UnixEpoch.AddSeconds(seconds).ToString("s", System.Globalization.CultureInfo.InvariantCulture) + fraction + "Z";
    }
}
