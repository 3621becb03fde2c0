using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.SummaryAnswers;

/// <summary>Reads the alerts in the entry of a job.</summary>
internal static class SummaryAlertReader
{
    /// <summary>Reads the list; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    public static IReadOnlyList<SummaryAlert> ReadAll(ref AnswerReader answer)
    {
        if (answer.Token != JsonTokenType.StartArray)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType("tests");
            }

            return [];
        }

        List<SummaryAlert> alerts = [];
        for (int index = 0; answer.Read() && answer.Token != JsonTokenType.EndArray; index++)
        {
            if (answer.Token == JsonTokenType.StartObject)
            {
                alerts.Add(Read(ref answer));
                continue;
            }

            answer.Issues.Add(
                DecodingCodes.SummaryEntry, DecodeRepair.Ignored, "", $"tests[{index}], byte {answer.Position}",
                $"The alert is {AnswerReader.Describe(answer.Token)}, not an object.");
            answer.Skip();
        }

        return alerts;
    }

    private static SummaryAlert Read(ref AnswerReader answer)
    {
        SummaryAlert alert = new();
        SortedDictionary<string, string>? others = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            answer.Read();
            alert = ReadField(ref answer, alert, field, ref others);
        }

        return others is null ? alert : alert with { OtherFields = others };
    }

    private static SummaryAlert ReadField(ref AnswerReader answer, SummaryAlert alert, string field, ref SortedDictionary<string, string>? others)
    {
        string test = alert.DisplayName.Length > 0 ? alert.DisplayName : alert.TestName;
        switch (field)
        {
            case "display_name":
                return alert with { DisplayName = Text(ref answer, field, test).ValueOr("") };
            case "test_name":
                return alert with { TestName = Text(ref answer, field, test).ValueOr("") };
            case "fail_count":
                return alert with { FailCount = answer.Count("tests." + field, test) };
            case "fail_timestamp":
                return alert with { FailTimeMs = answer.Time("tests." + field, test) };
            case "pass_timestamp":
                return alert with { PassTimeMs = answer.Time("tests." + field, test) };
            case "build_link":
                return alert with { BuildLink = Text(ref answer, field, test) };
            case "build_link_text":
                return alert with { BuildLinkText = Text(ref answer, field, test) };
            case "build_url_text":
                return alert with { BuildUrlText = Text(ref answer, field, test) };
            case "failure_message":
                return alert with { FailureMessage = Text(ref answer, field, test) };
            case "linked_bugs":
                return alert with { LinkedBugs = answer.TextsOrRaw("tests." + field, test) };
            case "fail_test_link":
                return alert with { FailTestLink = Text(ref answer, field, test) };
            default:
                answer.KeepOther(ref others, field, test);
                return alert;
        }
    }

    private static Published<string> Text(ref AnswerReader answer, string field, string test) => answer.OptionalText("tests." + field, test);
}
