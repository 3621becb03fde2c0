using System.Text.Json;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the answer of <c>…/tabs/{t}/headers</c>.</summary>
internal static class ApiHeadersReader
{
    /// <summary>Reads the answer.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="log">Gets what is repaired.</param>
    /// <param name="limits">What the answer may have.</param>
    public static ApiColumns Read(ReadOnlySpan<byte> utf8, IssueLog log, DecodeLimits limits)
    {
        AnswerReader answer = AnswerReader.Open(utf8, log, limits);
        ApiColumns columns = new();
        ApiRoot.Read(
            ref answer, "headers answer",
            (ref reader) =>
            {
                columns.Clear();
                ApiRoot.Entries(ref reader, "headers", reader.Limits.MaxRuns, (ref entry) => ReadColumn(ref entry, columns));
            },
            "headers");
        return columns;
    }

    private static void ReadColumn(ref AnswerReader answer, ApiColumns columns)
    {
        string build = "";
        string name = "";
        string hotlists = "";
        long time = 0;
        List<string>? extra = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            switch (field)
            {
                case "build":
                    build = answer.OptionalText("headers.build").ValueOr("");
                    break;
                case "name":
                    name = answer.OptionalText("headers.name").ValueOr("");
                    break;
                case "hotlist_ids":
                    hotlists = answer.OptionalText("headers.hotlist_ids").ValueOr("");
                    break;
                case "started":
                    time = ApiTime.ReadAny(ref answer, "headers.started") ?? 0;
                    break;
                case "extra":
                    extra = ReadExtra(ref answer);
                    break;
                default:
                    answer.Skip();
                    break;
            }
        }

        columns.Builds.Add(build);
        columns.Names.Add(name);
        columns.HotlistIds.Add(hotlists);
        columns.TimesMs.Add(time);
        columns.Extras.Add(extra);
    }

    private static List<string>? ReadExtra(ref AnswerReader answer)
    {
        string place = answer.Token == JsonTokenType.StartArray ? "" : answer.Place();
        List<string> extra = answer.Texts("headers.extra");
        if (extra.Count > answer.Limits.MaxHeaders)
        {
            // A header is padded to all columns later, so each costs that much whatever it holds here.
            DecodingErrors.TooLarge(
                "entries in \"extra\"", extra.Count, answer.Limits.MaxHeaders, nameof(DecodeLimits.MaxHeaders), place.Length > 0 ? place : answer.Place());
        }

        return extra.Count == 0 ? null : extra;
    }
}
