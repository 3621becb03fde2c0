using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.SummaryAnswers;

/// <summary>Reads the entry of one job.</summary>
internal static class JobSummaryReader
{
    /// <summary>Reads the entry; stands on the object, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="job">The job's name.</param>
    public static JobSummary Read(ref AnswerReader answer, string job)
    {
        JobSummary summary = new() { Job = job };
        SortedDictionary<string, string>? others = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            answer.Read();
            summary = ReadField(ref answer, summary, field, ref others);
        }

        return others is null ? summary : summary with { OtherFields = others };
    }

    private static JobSummary ReadField(ref AnswerReader answer, JobSummary summary, string field, ref SortedDictionary<string, string>? others)
    {
        switch (field)
        {
            case "alert":
                return summary with { Alert = answer.OptionalText(field) };
            case "last_run_timestamp":
                return summary with { LastRunTimeMs = answer.Time(field) };
            case "last_update_timestamp":
                return summary with { LastUpdateTimeMs = answer.Time(field) };
            case "latest_green":
                return summary with { LatestGreen = answer.OptionalText(field) };
            case "overall_status":
                return summary with { OverallStatus = answer.OptionalText(field) };
            case "overall_status_icon":
                return summary with { OverallStatusIcon = answer.OptionalText(field) };
            case "status":
                return summary with { StatusText = answer.OptionalText(field) };
            case "tests":
                return summary with { Alerts = SummaryAlertReader.ReadAll(ref answer) };
            case "dashboard_name":
                return summary with { DashboardName = answer.OptionalText(field) };
            case "healthiness":
                return summary with { Healthiness = Healthiness(ref answer) };
            case "bug_url":
                return summary with { BugUrl = answer.OptionalText(field) };
            default:
                answer.KeepOther(ref others, field);
                return summary;
        }
    }

    private static Published<string> Healthiness(ref AnswerReader answer)
    {
        if (answer.Token == JsonTokenType.Null)
        {
            return Published<string>.Null;
        }

        return answer.Raw("healthiness") is { } raw ? Published<string>.Of(raw) : default;
    }
}
