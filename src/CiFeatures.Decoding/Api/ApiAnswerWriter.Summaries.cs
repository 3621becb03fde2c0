using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Decoding.Api;

/// <content>Writes summaries.</content>
public static partial class ApiAnswerWriter
{
    // The first of these that a tab has is the dashboard's status.
    private static readonly string[] Priority = ["BROKEN", "STALE", "FAILING", "FLAKY", "PENDING", "ACCEPTABLE", "PASSING"];

    /// <summary>The answer of <c>/dashboards/{d}/tab-summaries</c>.</summary>
    /// <param name="summary">The summary.</param>
    public static byte[] TabSummaries(DashboardSummary summary) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        if (summary.Jobs.Count > 0)
        {
            json.WriteStartArray("tab_summaries");
            foreach (JobSummary job in summary.Jobs)
            {
                WriteTabSummary(json, summary.Dashboard, job);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    /// <summary>The answer of <c>/dashboards/{d}/tab-summaries/{t}</c>.</summary>
    /// <param name="dashboard">The dashboard's name.</param>
    /// <param name="job">The tab's summary.</param>
    public static byte[] TabSummary(string dashboard, JobSummary job) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("tab_summary");
        WriteTabSummary(json, dashboard, job);
        json.WriteEndObject();
    });

    /// <summary>The answer of <c>/dashboards/{d}/summary</c>: how many tabs have which status, and the worst of them.</summary>
    /// <param name="summary">The summary.</param>
    public static byte[] DashboardSummary(DashboardSummary summary) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("dashboard_summary");
        WriteDashboardSummary(json, summary);
        json.WriteEndObject();
    });

    /// <summary>The answer of <c>/dashboard-groups/{g}/dashboard-summaries</c>.</summary>
    /// <param name="summaries">The summaries of those dashboards that have one.</param>
    public static byte[] DashboardSummaries(IReadOnlyList<DashboardSummary> summaries) => JsonTexts.Bytes(json =>
    {
        json.WriteStartObject();
        if (summaries.Count > 0)
        {
            json.WriteStartArray("dashboard_summaries");
            foreach (DashboardSummary summary in summaries)
            {
                WriteDashboardSummary(json, summary);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static void WriteDashboardSummary(Utf8JsonWriter json, DashboardSummary summary)
    {
        SortedDictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (JobSummary job in summary.Jobs)
        {
            string status = StatusOf(job);
            counts[status] = counts.GetValueOrDefault(status) + 1;
        }

        json.WriteStartObject();
        WriteText(json, "name", summary.Dashboard);
        json.WriteString("overall_status", Array.Find(Priority, counts.ContainsKey) ?? "UNKNOWN");
        if (counts.Count > 0)
        {
            json.WriteStartObject("tab_status_count");
            foreach ((string status, int count) in counts)
            {
                json.WriteNumber(status, count);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTabSummary(Utf8JsonWriter json, string dashboard, JobSummary job)
    {
        json.WriteStartObject();
        WriteText(json, "dashboard_name", dashboard);
        WriteText(json, "tab_name", job.Job);
        WriteText(json, "overall_status", StatusOf(job));
        WriteText(json, "detailed_status_message", job.StatusText.ValueOr(""));
        json.WriteString("last_run_timestamp", ApiTime.Format(job.LastRunTimeMs ?? 0));
        json.WriteString("last_update_timestamp", ApiTime.Format(job.LastUpdateTimeMs ?? 0));
        WriteText(json, "latest_passing_build", job.LatestGreen.ValueOr(""));
        WriteFailures(json, job);
        if (job.Healthiness.ValueOrDefault() is { } healthiness)
        {
            ApiHealthiness.Write(json, healthiness, Top);
        }

        json.WriteEndObject();
    }

    private static void WriteFailures(Utf8JsonWriter json, JobSummary job)
    {
        if (job.Alerts.Count == 0)
        {
            return;
        }

        json.WriteStartObject("failures_summary");
        json.WriteStartArray("top_failing_tests");
        foreach (SummaryAlert alert in job.Alerts.OrderByDescending(a => a.FailCount ?? 0).Take(Top))
        {
            json.WriteStartObject();
            WriteText(json, "display_name", alert.DisplayName);
            WriteNumber(json, "fail_count", alert.FailCount ?? 0);
            json.WriteString("pass_timestamp", ApiTime.Format(alert.PassTimeMs ?? 0));
            json.WriteString("fail_timestamp", ApiTime.Format(alert.FailTimeMs ?? 0));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("failure_stats");
        json.WriteNumber(ApiTabSummaryReader.FailingTests, Math.Max(job.Alerts.Count, FailingTestsOf(job)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A summary that came from the API lists five alerts at most, and says elsewhere how many there were.
    private static int FailingTestsOf(JobSummary job) =>
        job.OtherFields.TryGetValue(ApiTabSummaryReader.FailingTests, out string? raw)
        && int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    // A tab without a judgement has no text in this form.
    private static string StatusOf(JobSummary job)
    {
        string status = job.OverallStatus.ValueOr("");
        return status is "UNKNOWN" or "NOT_SET" ? "" : status;
    }
}
