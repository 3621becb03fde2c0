using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the summary of one tab.</summary>
internal static class ApiTabSummaryReader
{
    /// <summary>Under which name <see cref="JobSummary.OtherFields"/> has the number of failing tests.</summary>
    public const string FailingTests = "num_failing_tests";

    /// <summary>Reads the summary; stands on the object, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <returns>The summary; its job's name is empty when the answer has none.</returns>
    public static JobSummary Read(ref AnswerReader answer)
    {
        Published<string> none = Published<string>.Of("");
        JobSummary summary = new() { Job = "", OverallStatus = none, StatusText = none, LatestGreen = none };
        SortedDictionary<string, string>? others = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            summary = ReadField(ref answer, summary, field, ref others);
        }

        return others is null ? summary : summary with { OtherFields = others };
    }

    private static JobSummary ReadField(ref AnswerReader answer, JobSummary summary, string field, ref SortedDictionary<string, string>? others)
    {
        switch (field)
        {
            case "tab_name":
                string job = Text(ref answer, field);
                answer.Issues.Key = answer.Issues.Key with { Job = job };
                return summary with { Job = job };
            case "dashboard_name":
                return summary with { DashboardName = Text(ref answer, field) is { Length: > 0 } name ? Published<string>.Of(name) : default };
            case "overall_status":
                return summary with { OverallStatus = Published<string>.Of(Status(ref answer, field)) };
            case "detailed_status_message":
                return summary with { StatusText = Published<string>.Of(Text(ref answer, field)) };
            case "latest_passing_build":
                return summary with { LatestGreen = Published<string>.Of(Text(ref answer, field)) };
            case "last_run_timestamp":
                return summary with { LastRunTimeMs = ApiTime.Read(ref answer, field) };
            case "last_update_timestamp":
                return summary with { LastUpdateTimeMs = ApiTime.Read(ref answer, field) };
            case "failures_summary" when answer.Token == JsonTokenType.StartObject:
                return summary with { Alerts = ReadFailures(ref answer, ref others) };
            case "healthiness_summary" when answer.Token != JsonTokenType.Null:
                return summary with { Healthiness = answer.Raw(field) is { } raw ? Published<string>.Of(raw) : default };
            default:
                answer.KeepOther(ref others, field);
                return summary;
        }
    }

    private static string Text(ref AnswerReader answer, string field) => answer.OptionalText(field).ValueOr("");

    // The field is a text today. Where it comes as the enum of the stored summaries, its number stands for the same text.
    private static string Status(ref AnswerReader answer, string field)
    {
        if (answer.Token == JsonTokenType.Number && JsonNumbers.TryInt32(in answer.Json, out int number))
        {
            return TabStatuses.Name((TabStatus)number);
        }

        string text = Text(ref answer, field);
        return text is "UNKNOWN" or "NOT_SET" ? "" : text;
    }

    private static List<SummaryAlert> ReadFailures(ref AnswerReader answer, ref SortedDictionary<string, string>? others)
    {
        List<SummaryAlert> alerts = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            if (field == "top_failing_tests" && answer.Token == JsonTokenType.StartArray)
            {
                alerts.Clear();
                ApiRoot.Entries(ref answer, field, answer.Limits.MaxTests, (ref entry) => alerts.Add(ReadAlert(ref entry)));
            }
            else if (field == "failure_stats" && answer.Token == JsonTokenType.StartObject)
            {
                ReadStats(ref answer, ref others);
            }
            else
            {
                answer.KeepOther(ref others, "failures_summary." + field);
            }
        }

        return alerts;
    }

    private static void ReadStats(ref AnswerReader answer, ref SortedDictionary<string, string>? others)
    {
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            answer.KeepOther(ref others, field == FailingTests ? field : "failures_summary.failure_stats." + field);
        }
    }

    private static SummaryAlert ReadAlert(ref AnswerReader answer)
    {
        SummaryAlert alert = new();
        SortedDictionary<string, string>? others = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            switch (field)
            {
                case "display_name":
                    string name = answer.OptionalText(field).ValueOr("");
                    alert = alert with { DisplayName = name, TestName = name };
                    break;
                case "fail_count":
                    alert = alert with { FailCount = answer.Count(field, alert.DisplayName) };
                    break;
                case "fail_timestamp":
                    alert = alert with { FailTimeMs = ApiTime.Read(ref answer, field, alert.DisplayName) };
                    break;
                case "pass_timestamp":
                    alert = alert with { PassTimeMs = ApiTime.Read(ref answer, field, alert.DisplayName) };
                    break;
                default:
                    answer.KeepOther(ref others, field, alert.DisplayName);
                    break;
            }
        }

        return others is null ? alert : alert with { OtherFields = others };
    }
}
