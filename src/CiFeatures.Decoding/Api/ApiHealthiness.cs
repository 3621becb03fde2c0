using System.Text.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Writes a tab's healthiness in the API's form, whichever form it was published in.</summary>
/// <remarks>
/// Summaries keep healthiness as JSON text. From the API it has <c>top_flaky_tests</c> and <c>healthiness_stats</c> and passes through. From the bucket
/// and from the legacy site it lists all tests; the API gives the five flakiest of those that are flaky at all, and counts them. Names of fields may
/// be in either spelling.
/// </remarks>
internal static class ApiHealthiness
{
    private const int MaxDepth = 16;

    private static readonly string[] Trends = ["UNKNOWN", "NO_CHANGE", "UP", "DOWN"];

    /// <summary>Writes the field <c>healthiness_summary</c>, or nothing where the text says nothing.</summary>
    /// <param name="json">Gets the field.</param>
    /// <param name="text">The healthiness as JSON text.</param>
    /// <param name="top">How many tests to list.</param>
    public static void Write(Utf8JsonWriter json, string text, int top)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException)
        {
            // Kept text is published text; what is damaged in it was damaged there, and is no reason to answer nothing else.
            return;
        }

        using (document)
        {
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            JsonElement stats = Field(root, "healthiness_stats");
            bool isApi = stats.ValueKind == JsonValueKind.Object || Field(root, "top_flaky_tests").ValueKind == JsonValueKind.Array;
            JsonElement[] flaky = [.. List(root, isApi ? "top_flaky_tests" : "tests").Where(t => Number(t, "flakiness") > 0).OrderByDescending(t => Number(t, "flakiness"))];
            JsonElement from = isApi ? stats : root;
            if (!isApi && flaky.Length == 0 && Time(from, "start") is null && Time(from, "end") is null)
            {
                return;
            }

            json.WriteStartObject("healthiness_summary");
            WriteTests(json, flaky, top);
            WriteStats(json, from, isApi ? (int)Math.Clamp(Number(stats, "num_flaky_tests"), 0, int.MaxValue) : flaky.Length);
            json.WriteEndObject();
        }
    }

    private static void WriteTests(Utf8JsonWriter json, JsonElement[] flaky, int top)
    {
        if (flaky.Length == 0)
        {
            return;
        }

        json.WriteStartArray("top_flaky_tests");
        foreach (JsonElement test in flaky.Take(top))
        {
            json.WriteStartObject();
            if (Field(test, "display_name") is { ValueKind: JsonValueKind.String } name)
            {
                json.WriteString("display_name", name.GetString());
            }

            WriteNumber(json, "flakiness", Field(test, "flakiness"));
            string trend = Trend(Field(test, "change") is { ValueKind: not JsonValueKind.Undefined } change ? change : Field(test, "change_from_last_interval"));
            if (trend != Trends[0])
            {
                json.WriteString("change", trend);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStats(Utf8JsonWriter json, JsonElement from, int flaky)
    {
        json.WriteStartObject("healthiness_stats");
        foreach (string field in (string[])["start", "end"])
        {
            if (Time(from, field) is { } time)
            {
                json.WriteString(field, time);
            }
        }

        if (flaky > 0)
        {
            json.WriteNumber("num_flaky_tests", flaky);
        }

        WriteNumber(json, "average_flakiness", Field(from, "average_flakiness"));
        JsonElement previous = Field(from, "previous_flakiness");
        if (previous.ValueKind == JsonValueKind.Array)
        {
            previous = previous.EnumerateArray().FirstOrDefault();
        }

        if (previous.ValueKind == JsonValueKind.Number)
        {
            WriteNumber(json, "previous_flakiness", previous);
        }
        else
        {
            // No interval before this one is −1, not 0.
            json.WriteNumber("previous_flakiness", -1);
        }

        json.WriteEndObject();
    }

    private static JsonElement Field(JsonElement from, string name)
    {
        if (from.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in from.EnumerateObject())
            {
                if (property.Name == name || ApiFields.Snake(property.Name) == name)
                {
                    return property.Value;
                }
            }
        }

        return default;
    }

    private static JsonElement[] List(JsonElement from, string name) =>
        Field(from, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static double Number(JsonElement from, string name) =>
        Field(from, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out double value) ? value : 0;

    private static void WriteNumber(Utf8JsonWriter json, string field, JsonElement number)
    {
        if (number.ValueKind == JsonValueKind.Number && !(number.TryGetDouble(out double value) && value == 0))
        {
            json.WritePropertyName(field);
            json.WriteRawValue(number.GetRawText(), skipInputValidation: true);
        }
    }

    private static string Trend(JsonElement change) => change.ValueKind switch
    {
        JsonValueKind.String when Array.IndexOf(Trends, change.GetString()) > 0 => change.GetString()!,
        JsonValueKind.Number when change.TryGetInt32(out int number) && number > 0 && number < Trends.Length => Trends[number],
        _ => Trends[0],
    };

    private static string? Time(JsonElement from, string name)
    {
        JsonElement time = Field(from, name);
        if (time.ValueKind == JsonValueKind.String)
        {
            return ApiTime.TryParse(time.GetString(), out long seconds, out int nanos) ? ApiTime.Format(seconds, nanos) : null;
        }

        return time.ValueKind == JsonValueKind.Object
            ? ApiTime.Format((long)Number(time, "seconds"), (int)Math.Clamp(Number(time, "nanos"), 0, 999_999_999))
            : null;
    }
}
