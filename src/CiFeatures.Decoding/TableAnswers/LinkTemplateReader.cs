using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads link templates: <c>{"url":"…","name":"…","options":{…}}</c>.</summary>
internal static class LinkTemplateReader
{
    /// <summary>Reads a template; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="template">The template.</param>
    /// <returns>False, with the reader unmoved, when the value does not have exactly that form; then its text is kept instead.</returns>
    public static bool TryRead(ref AnswerReader answer, [NotNullWhen(true)] out LinkTemplate? template)
    {
        AnswerReader start = answer;
        template = TryRead(ref answer);
        if (template is not null)
        {
            return true;
        }

        answer = start;
        return false;
    }

    private static LinkTemplate? TryRead(ref AnswerReader answer)
    {
        if (answer.Token != JsonTokenType.StartObject)
        {
            return null;
        }

        LinkTemplate template = new("", "", []);
        HashSet<string> seen = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            seen.Add(field);
            answer.Read();
            if (field == "options" && TryOptions(ref answer) is { } options)
            {
                template = template with { Options = options };
            }
            else if (field == "url" && answer.Token == JsonTokenType.String)
            {
                template = template with { Url = answer.Text() };
            }
            else if (field == "name" && answer.Token == JsonTokenType.String)
            {
                template = template with { Name = answer.Text() };
            }
            else
            {
                return null;
            }
        }

        return seen.Count == 3 ? template : null;
    }

    private static List<KeyValuePair<string, string>>? TryOptions(ref AnswerReader answer)
    {
        if (answer.Token != JsonTokenType.StartObject)
        {
            return null;
        }

        List<KeyValuePair<string, string>> options = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string name = answer.Name();
            answer.Read();
            if (answer.Token != JsonTokenType.String)
            {
                return null;
            }

            options.Add(new(name, answer.Text()));
        }

        return options;
    }
}
