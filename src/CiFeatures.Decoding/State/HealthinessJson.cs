using System.Text;
using System.Text.Json;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>The healthiness of a job as the JSON text that <see cref="Core.Summaries.JobSummary.Healthiness"/> holds, in the words of the summary answers.</summary>
/// <remarks>Summary answers have <c>tests</c> and <c>previousFlakiness</c>, −1 where there was no interval before; the other words are those of the message.</remarks>
internal static class HealthinessJson
{
    private const float NoneBefore = -1;

    /// <summary>Writes the block.</summary>
    /// <param name="health">The message.</param>
    public static string Write(HealthinessMessage health)
    {
        using MemoryStream output = new();
        using (Utf8JsonWriter json = new(output))
        {
            json.WriteStartObject();
            WriteTime(json, "start", health.Start);
            WriteTime(json, "end", health.End);
            json.WriteStartArray("tests");
            foreach (TestInfoMessage test in health.Tests)
            {
                WriteTest(json, test);
            }

            json.WriteEndArray();
            WritePct(json, "averageFlakiness", health.AverageFlakiness);
            WritePct(json, "previousFlakiness", health.PreviousFlakiness.Count > 0 ? health.PreviousFlakiness[0] : NoneBefore);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    /// <summary>Reads what a summary answer has of the block: whether there is one, and the flakiness before.</summary>
    /// <param name="text">The JSON text.</param>
    /// <returns>Null when it is no object.</returns>
    public static HealthinessMessage? Read(string text)
    {
        try
        {
            JsonElement root = JsonElement.Parse(text);
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            HealthinessMessage health = new();
            if (root.TryGetProperty("previousFlakiness", out JsonElement before) && before.ValueKind == JsonValueKind.Number
                && before.TryGetSingle(out float pct) && pct >= 0)
            {
                health.PreviousFlakiness.Add(pct);
            }

            return health;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteTest(Utf8JsonWriter json, TestInfoMessage test)
    {
        json.WriteStartObject();
        json.WriteString("displayName", test.DisplayName);
        json.WriteNumber("totalNonInfraRuns", test.TotalNonInfraRuns);
        json.WriteNumber("passedNonInfraRuns", test.PassedNonInfraRuns);
        json.WriteNumber("failedNonInfraRuns", test.FailedNonInfraRuns);
        json.WriteNumber("failedInfraRuns", test.FailedInfraRuns);
        json.WriteNumber("totalRunsWithInfra", test.TotalRunsWithInfra);
        json.WriteNumber("otherRuns", test.OtherRuns);
        WritePct(json, "flakiness", test.Flakiness);
        json.WriteNumber("changeFromLastInterval", test.ChangeFromLastInterval);
        WritePct(json, "previousFlakiness", test.PreviousFlakiness.Count > 0 ? test.PreviousFlakiness[0] : NoneBefore);
        json.WriteStartObject("infraFailures");
        foreach ((string message, int count) in test.InfraFailures)
        {
            json.WriteNumber(message, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    // JSON has no word for what is not a number.
    private static void WritePct(Utf8JsonWriter json, string name, float pct)
    {
        if (float.IsFinite(pct))
        {
            json.WriteNumber(name, pct);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTime(Utf8JsonWriter json, string name, TimestampMessage? time)
    {
        if (AlertConversion.Time(time) is { } ms)
        {
            json.WriteString(name, DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime);
        }
    }
}
