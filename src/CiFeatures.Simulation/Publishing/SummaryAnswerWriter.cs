using System.Text.Json;
using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Publishing;

/// <summary>Writes a dashboard's summary answer with the units of its year.</summary>
internal static class SummaryAnswerWriter
{
    public static void Write(Utf8JsonWriter json, string dashboard, IEnumerable<SummaryEntry> entries, SimulationOptions options, long takenMs)
    {
        json.WriteStartObject();
        foreach (SummaryEntry entry in entries)
        {
            WriteEntry(json, dashboard, entry, options, takenMs);
        }

        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteEntry(Utf8JsonWriter json, string dashboard, SummaryEntry entry, SimulationOptions options, long takenMs)
    {
        bool runSeconds = options.Era == ServiceEra.Year2022;
        bool alertSeconds = options.Era is ServiceEra.Autumn2020 or ServiceEra.Year2022;

        // The service sums jobs up one after the other, within about a quarter of an hour.
        long updated = (takenMs / 1000) - (long)(StreamKey.Of(entry.Key, takenMs) % 900);
        json.WriteStartObject(entry.Job);
        json.WriteString("alert", "");
        json.WriteNumber("last_run_timestamp", runSeconds ? entry.LastRunMs / 1000 : entry.LastRunMs);
        json.WriteNumber("last_update_timestamp", updated);
        json.WriteString("latest_green", entry.Verdict.LatestGreen);
        json.WriteString("overall_status", entry.Verdict.OverallStatus);
        json.WriteString("overall_status_icon", entry.Verdict.Icon);
        json.WriteString("status", entry.Verdict.StatusText);
        json.WriteStartArray("tests");
        foreach (SummaryEntryAlert alert in entry.Alerts)
        {
            WriteAlert(json, alert, alertSeconds ? 1000 : 1);
        }

        json.WriteEndArray();
        GoText.Write(json, "dashboard_name", dashboard);
        json.WriteStartObject("healthiness");
        json.WriteStartArray("tests");
        json.WriteEndArray();
        json.WriteNumber("previousFlakiness", -1);
        json.WriteEndObject();
        if (options.Era == ServiceEra.Year2022)
        {
            json.WriteString("bug_url", "https://bugs.example/issues/");
        }

        json.WriteEndObject();
    }

    private static void WriteAlert(Utf8JsonWriter json, SummaryEntryAlert alert, long msPerUnit)
    {
        json.WriteStartObject();
        GoText.Write(json, "display_name", alert.Test);
        GoText.Write(json, "test_name", alert.Test);
        json.WriteNumber("fail_count", alert.FailCount);
        json.WriteNumber("fail_timestamp", alert.FailMs / msPerUnit);
        json.WriteNumber("pass_timestamp", alert.PassMs / msPerUnit);
        json.WriteString("build_link", "");
        json.WriteString("build_url_text", "");
        json.WriteString("build_link_text", "");
        GoText.Write(json, "failure_message", alert.Message);
        json.WriteStartArray("linked_bugs");
        json.WriteEndArray();
        GoText.Write(json, "fail_test_link", " " + alert.Test);
        json.WriteEndObject();
    }
}
