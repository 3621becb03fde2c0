using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads the fields of a table answer's root object.</summary>
internal static class TableFields
{
    /// <summary>Reads one field; stands on its value, leaves the reader on the value's last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="draft">Gets the value.</param>
    /// <param name="field">The field's name.</param>
    public static void Read(ref AnswerReader answer, TableDraft draft, string field)
    {
        switch (field)
        {
            case "tests":
                draft.HasTests = true;
                draft.Rows.Clear();
                draft.Runs.Clear();
                if (IsEssentialList(ref answer, field))
                {
                    RowReader.ReadAll(ref answer, draft);
                }

                break;
            case "timestamps":
                draft.HasTimestamps = true;
                draft.TimesMs = IsEssentialList(ref answer, field) ? ReadTimes(ref answer) : null;
                break;
            case "changelists":
                draft.Builds = ReadTexts(ref answer, field);
                break;
            case "custom-columns":
                ReadHeaders(ref answer, draft);
                break;
            case "row_ids":
                draft.RowIds = ReadTexts(ref answer, field);
                break;
            case "column_ids":
                draft.Info = draft.Info with { ColumnIds = answer.OptionalTexts(field) };
                draft.ColumnIds = draft.Info.ColumnIds.ValueOrDefault() as List<string>;
                break;
            default:
                ReadInfo(ref answer, draft, field);
                break;
        }
    }

    private static void ReadInfo(ref AnswerReader answer, TableDraft draft, string field)
    {
        GridInfo info = draft.Info;
        switch (field)
        {
            case "test-group-name":
                draft.Info = info with { TestGroupName = answer.OptionalText(field) };
                break;
            case "query":
                draft.Info = info with { Query = answer.OptionalText(field) };
                break;
            case "status":
                draft.Info = info with { ServedText = answer.OptionalText(field) };
                break;
            case "cached":
                draft.Info = info with { Cached = answer.OptionalFlag(field) };
                break;
            case "summary":
                draft.Info = info with { Summary = answer.OptionalText(field) };
                break;
            case "alerts":
                draft.Info = info with { Alerts = answer.OptionalText(field) };
                break;
            case "description":
                draft.Info = info with { Description = answer.OptionalText(field) };
                break;
            case "column-header-names":
                draft.Info = info with { ColumnHeaderNames = answer.Texts(field) };
                break;
            case "groups":
                draft.Info = info with { Groups = answer.OptionalTexts(field) };
                break;
            case "metrics":
                draft.Info = info with { Metrics = answer.OptionalTexts(field) };
                break;
            case "stale-test-threshold":
                draft.Info = info with { StaleTestThreshold = answer.OptionalCount(field) };
                break;
            case "num-stale-tests":
                draft.Info = info with { StaleTestCount = answer.OptionalCount(field) };
                break;
            case "overall-status":
                draft.Info = info with { OverallStatus = answer.OptionalWhole(field) };
                break;
            case "latest-green":
                draft.Info = info with { LatestGreen = answer.OptionalText(field) };
                break;
            case "bug-component":
                draft.Info = info with { BugComponent = answer.OptionalWhole(field) };
                break;
            case "code-search-path":
                draft.Info = info with { CodeSearchPath = answer.OptionalText(field) };
                break;
            case "results-text":
                draft.Info = info with { ResultsText = answer.OptionalText(field) };
                break;
            default:
                ReadOther(ref answer, draft, field);
                break;
        }
    }

    private static void ReadOther(ref AnswerReader answer, TableDraft draft, string field)
    {
        if (field.EndsWith("-template", StringComparison.Ordinal) && LinkTemplateReader.TryRead(ref answer, out LinkTemplate? template))
        {
            draft.LinkTemplates[field] = template;
            return;
        }

        answer.KeepOther(ref draft.OtherFields, field);
    }

    private static bool IsEssentialList(ref AnswerReader answer, string field)
    {
        if (answer.Token is not (JsonTokenType.StartArray or JsonTokenType.Null))
        {
            DecodingErrors.WrongEssentialType(field, "a list or null", AnswerReader.Describe(answer.Token), answer.Place());
        }

        return answer.Token == JsonTokenType.StartArray;
    }

    private static List<long> ReadTimes(ref AnswerReader answer)
    {
        List<long> times = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            if (times.Count >= answer.Limits.MaxRuns)
            {
                DecodingErrors.TooLarge("or more columns", times.Count + 1L, answer.Limits.MaxRuns, nameof(DecodeLimits.MaxRuns), answer.Place());
            }

            times.Add(answer.AnyTime("timestamps") ?? 0);
        }

        return times;
    }

    private static List<string>? ReadTexts(ref AnswerReader answer, string field)
    {
        TextList texts = new();
        return answer.TryTexts(field, texts) ? texts.Items : null;
    }

    private static void ReadHeaders(ref AnswerReader answer, TableDraft draft)
    {
        draft.Headers.Clear();
        if (answer.Token != JsonTokenType.StartArray)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType("custom-columns");
            }

            return;
        }

        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            // A header is padded to all columns later, so each costs that much whatever it holds here.
            if (draft.Headers.Count >= answer.Limits.MaxHeaders)
            {
                DecodingErrors.TooLarge("or more headers", draft.Headers.Count + 1L, answer.Limits.MaxHeaders, nameof(DecodeLimits.MaxHeaders), answer.Place());
            }

            draft.Headers.Add(answer.Texts("custom-columns"));
        }
    }
}
