using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads the alert of a row, in the words of all years: <c>fail-cl</c> became <c>fail-build-id</c>, <c>pass-cl</c> became <c>pass-build-id</c>.</summary>
internal static class RowAlertReader
{
    /// <summary>Reads the alert; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="test">The row, as far as its name is known.</param>
    /// <returns>Null for <c>null</c> and for what is not an object, which is reported.</returns>
    public static RowAlert? Read(ref AnswerReader answer, string test)
    {
        if (answer.Token != JsonTokenType.StartObject)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType("alert", test);
            }

            return null;
        }

        RowAlert alert = new();
        SortedDictionary<string, string>? others = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            answer.Read();
            alert = ReadField(ref answer, alert, field, test, ref others);
        }

        return others is null ? alert : alert with { OtherFields = others };
    }

    private static RowAlert ReadField(ref AnswerReader answer, RowAlert alert, string field, string test, ref SortedDictionary<string, string>? others)
    {
        switch (field)
        {
            case "fail-count":
                return alert with { FailCount = answer.Count("alert." + field, test) };
            case "pass-count":
                return alert with { PassCount = answer.Count("alert." + field, test) };
            case "fail-time":
                return alert with { FailTimeMs = answer.Time("alert." + field, test) };
            case "pass-time":
                return alert with { PassTimeMs = answer.Time("alert." + field, test) };
            case "hotlist_ids" or "hotlist-ids":
                return alert with
                {
                    HotlistIds = answer.Token == JsonTokenType.Null
                        ? Published<IReadOnlyList<string>>.Null
                        : Published<IReadOnlyList<string>>.Of(answer.TextsOrRaw("alert." + field, test)),
                };
            case "properties":
                return alert with { Properties = Properties(ref answer, test) };
            default:
                return ReadText(ref answer, alert, field, test, ref others);
        }
    }

    private static RowAlert ReadText(ref AnswerReader answer, RowAlert alert, string field, string test, ref SortedDictionary<string, string>? others)
    {
        switch (field)
        {
            case "fail-build-id" or "fail-cl":
                return alert with { FailBuild = Text(ref answer, field, test) };
            case "pass-build-id" or "pass-cl":
                return alert with { PassBuild = Text(ref answer, field, test) };
            case "text":
                return alert with { Text = Text(ref answer, field, test) };
            case "message":
                return alert with { Message = Text(ref answer, field, test) };
            case "link-text":
                return alert with { LinkText = Text(ref answer, field, test) };
            case "link":
                return alert with { Link = Text(ref answer, field, test) };
            case "url-text":
                return alert with { UrlText = Text(ref answer, field, test) };
            case "test-id":
                return alert with { TestId = Text(ref answer, field, test) };
            case "test-name":
                return alert with { TestName = Text(ref answer, field, test) };
            case "code-search-path":
                return alert with { CodeSearchPath = Text(ref answer, field, test) };
            default:
                answer.KeepOther(ref others, field, test);
                return alert;
        }
    }

    private static Published<string> Text(ref AnswerReader answer, string field, string test) => answer.OptionalText("alert." + field, test);

    private static Published<IReadOnlyDictionary<string, string>> Properties(ref AnswerReader answer, string test)
    {
        if (answer.Token == JsonTokenType.Null)
        {
            return Published<IReadOnlyDictionary<string, string>>.Null;
        }

        if (answer.Token != JsonTokenType.StartObject)
        {
            answer.IgnoreWrongType("alert.properties", test);
            return default;
        }

        SortedDictionary<string, string> properties = new(StringComparer.Ordinal);
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string name = answer.Name();
            answer.Read();
            properties[name] = answer.TryText(out string text) ? text : answer.Raw("alert.properties", test) ?? "";
        }

        return Published<IReadOnlyDictionary<string, string>>.Of(properties);
    }
}
