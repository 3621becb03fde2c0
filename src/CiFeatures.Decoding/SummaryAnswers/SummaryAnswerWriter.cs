using System.Buffers;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.SummaryAnswers;

/// <summary>Writes summaries as TestGrid published them in 2021: run and alert times in milliseconds, the update time in seconds, 0 for none.</summary>
public static class SummaryAnswerWriter
{
    /// <summary>Writes a summary.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="output">Gets the JSON as UTF-8 without a byte order mark.</param>
    public static void Write(DashboardSummary summary, Stream output)
    {
        ArrayBufferWriter<byte> buffer = new();
        Write(summary, buffer);
        output.Write(buffer.WrittenSpan);
    }

    /// <summary>Writes a summary.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="output">Gets the JSON as UTF-8 without a byte order mark.</param>
    public static void Write(DashboardSummary summary, IBufferWriter<byte> output)
    {
        using Utf8JsonWriter json = AnswerWriter.Open(output);
        json.WriteStartObject();
        foreach (JobSummary job in summary.Jobs)
        {
            WriteJob(json, job);
        }

        json.WriteEndObject();
    }

    private static void WriteJob(Utf8JsonWriter json, JobSummary job)
    {
        json.WriteStartObject(job.Job);
        json.Write("alert", job.Alert);
        json.WriteNumber("last_run_timestamp", job.LastRunTimeMs ?? 0);
        json.WriteNumber("last_update_timestamp", (job.LastUpdateTimeMs ?? 0) / 1000);
        json.Write("latest_green", job.LatestGreen);
        json.Write("overall_status", job.OverallStatus);
        json.Write("overall_status_icon", job.OverallStatusIcon);
        json.Write("status", job.StatusText);
        json.WriteStartArray("tests");
        foreach (SummaryAlert alert in job.Alerts)
        {
            WriteAlert(json, alert);
        }

        json.WriteEndArray();
        json.Write("dashboard_name", job.DashboardName);
        if (job.Healthiness.State != PublishedState.Absent)
        {
            json.WritePropertyName("healthiness");
            json.WriteRawValue(job.Healthiness.ValueOr("null"), skipInputValidation: true);
        }

        json.Write("bug_url", job.BugUrl);
        json.WriteOthers(job.OtherFields);
        json.WriteEndObject();
    }

    private static void WriteAlert(Utf8JsonWriter json, SummaryAlert alert)
    {
        json.WriteStartObject();
        json.WriteString("display_name", alert.DisplayName);
        json.WriteString("test_name", alert.TestName);
        json.Write("fail_count", alert.FailCount);
        json.WriteNumber("fail_timestamp", alert.FailTimeMs ?? 0);
        json.WriteNumber("pass_timestamp", alert.PassTimeMs ?? 0);
        json.Write("build_link", alert.BuildLink);
        json.Write("build_url_text", alert.BuildUrlText);
        json.Write("build_link_text", alert.BuildLinkText);
        json.Write("failure_message", alert.FailureMessage);
        json.Write("linked_bugs", alert.LinkedBugs);
        json.Write("fail_test_link", alert.FailTestLink);
        json.WriteOthers(alert.OtherFields);
        json.WriteEndObject();
    }
}
