using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Writes one row of a table answer.</summary>
internal static class RowWriter
{
    public static void Write(Utf8JsonWriter json, TestRow row, ReadOnlySpan<byte> statuses)
    {
        json.WriteStartObject();
        json.WriteString("name", row.Name);
        json.Write("original-name", row.OriginalName);
        WriteAlert(json, row.Alert);
        json.Write("linked_bugs", row.LinkedBugs);
        json.Write("messages", row.Messages);
        json.Write("short_texts", row.ShortTexts);
        WriteStatuses(json, statuses);
        json.Write("target", row.Target);
        json.Write("user_property", row.UserProperties);
        if (row.DurationMinutes is { } minutes && !row.OtherFields.ContainsKey("graphs"))
        {
            WriteDurations(json, minutes);
        }

        json.WriteOthers(row.OtherFields);
        json.WriteEndObject();
    }

    private static void WriteStatuses(Utf8JsonWriter json, ReadOnlySpan<byte> statuses)
    {
        json.WriteStartArray("statuses");
        while (!statuses.IsEmpty)
        {
            int count = RunLength.LeadingRun(statuses);
            json.WriteStartObject();
            json.WriteNumber("count"u8, count);
            json.WriteNumber("value"u8, statuses[0]);
            json.WriteEndObject();
            statuses = statuses[count..];
        }

        json.WriteEndArray();
    }

    private static void WriteDurations(Utf8JsonWriter json, float[] minutes)
    {
        json.WriteStartArray("graphs");
        json.WriteStartObject();
        json.Write("metric", ["test-duration-minutes"]);
        json.WriteStartArray("values");
        json.WriteStartArray();
        foreach (float value in minutes)
        {
            if (float.IsFinite(value))
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteAlert(Utf8JsonWriter json, RowAlert? alert)
    {
        if (alert is null)
        {
            json.WriteNull("alert");
            return;
        }

        json.WriteStartObject("alert");
        json.Write("fail-build-id", alert.FailBuild);
        json.Write("fail-count", alert.FailCount);
        json.WriteNumber("fail-time", alert.FailTimeMs ?? 0);
        json.Write("text", alert.Text);
        json.Write("message", alert.Message);
        json.Write("link-text", alert.LinkText);
        json.Write("link", alert.Link);
        json.Write("url-text", alert.UrlText);
        json.Write("test-id", alert.TestId);
        json.Write("pass-build-id", alert.PassBuild);
        json.Write("pass-count", alert.PassCount);
        json.WriteNumber("pass-time", alert.PassTimeMs ?? 0);
        json.Write("code-search-path", alert.CodeSearchPath);
        json.Write("test-name", alert.TestName);
        json.Write("hotlist_ids", alert.HotlistIds);
        WriteProperties(json, alert.Properties);
        json.WriteOthers(alert.OtherFields);
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, Published<IReadOnlyDictionary<string, string>> properties)
    {
        if (properties.State == PublishedState.Null)
        {
            json.WriteNull("properties");
        }
        else if (properties.ValueOrDefault() is { } values)
        {
            json.WriteStartObject("properties");
            foreach ((string name, string value) in values)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }
    }
}
