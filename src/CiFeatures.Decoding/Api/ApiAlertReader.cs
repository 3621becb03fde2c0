using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the alert of a row: the message <c>AlertInfo</c> of the state objects as protobuf JSON.</summary>
internal static class ApiAlertReader
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
            string field = ApiFields.Name(ref answer);
            answer.Read();
            alert = ReadField(ref answer, alert, field, test, ref others);
        }

        return others is null ? alert : alert with { OtherFields = others };
    }

    private static RowAlert ReadField(ref AnswerReader answer, RowAlert alert, string field, string test, ref SortedDictionary<string, string>? others)
    {
        switch (field)
        {
            case "fail_count":
                return alert with { FailCount = answer.Count("alert." + field, test) };
            case "fail_time":
                return alert with { FailTimeMs = ApiTime.Read(ref answer, "alert." + field, test) };
            case "pass_time":
                return alert with { PassTimeMs = ApiTime.Read(ref answer, "alert." + field, test) };
            case "fail_build_id":
                return alert with { FailBuild = Text(ref answer, field, test) };
            case "pass_build_id":
                return alert with { PassBuild = Text(ref answer, field, test) };
            case "fail_test_id":
                return alert with { TestId = Text(ref answer, field, test) };
            case "failure_message":
                return alert with { Message = Text(ref answer, field, test) };
            case "build_link":
                return alert with { Link = Text(ref answer, field, test) };
            case "build_link_text":
                return alert with { LinkText = Text(ref answer, field, test) };
            case "build_url_text":
                return alert with { UrlText = Text(ref answer, field, test) };
            case "hotlist_ids" when answer.Token == JsonTokenType.StartArray:
                return alert with { HotlistIds = Published<IReadOnlyList<string>>.Of(answer.TextsOrRaw("alert." + field, test)) };
            case "properties" when answer.Token == JsonTokenType.StartObject:
                return alert with { Properties = Published<IReadOnlyDictionary<string, string>>.Of(Properties(ref answer, test)) };
            default:
                answer.KeepOther(ref others, field, test);
                return alert;
        }
    }

    // In protobuf JSON null is the same as an absent field.
    private static Published<string> Text(ref AnswerReader answer, string field, string test)
    {
        Published<string> text = answer.OptionalText("alert." + field, test);
        return text.HasValue ? text : default;
    }

    private static SortedDictionary<string, string> Properties(ref AnswerReader answer, string test)
    {
        SortedDictionary<string, string> properties = new(StringComparer.Ordinal);
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string name = answer.Name();
            answer.Read();
            properties[name] = answer.TryText(out string text) ? text : answer.Raw("alert.properties", test) ?? "";
        }

        return properties;
    }
}
