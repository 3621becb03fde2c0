using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the outer object of an answer of the API: an object with one list, or without any field where the list is empty.</summary>
internal static class ApiRoot
{
    /// <summary>Reads the whole answer.</summary>
    /// <param name="answer">The reader, before the first token.</param>
    /// <param name="what">What the answer should be, for an error.</param>
    /// <param name="read">Reads the entries, or the one object.</param>
    /// <param name="fields">The fields that such an answer may have.</param>
    /// <exception cref="CiFeaturesException">It is no object, or has fields but none of those.</exception>
    public static void Read(ref AnswerReader answer, string what, FieldReader read, params string[] fields)
    {
        try
        {
            ReadObject(ref answer, what, read, fields);

            // Whatever follows the closing brace is damage; the reader says so.
            answer.Read();
        }
        catch (JsonException e)
        {
            throw answer.Damage(e);
        }
    }

    /// <summary>Reads a list of objects; stands on the list or on one object, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="field">The list's field.</param>
    /// <param name="limit">The most entries.</param>
    /// <param name="read">Reads one entry.</param>
    public static void Entries(ref AnswerReader answer, string field, int limit, FieldReader read)
    {
        for (int index = 0; answer.Read() && answer.Token != JsonTokenType.EndArray; index++)
        {
            if (index >= limit)
            {
                DecodingErrors.TooLarge($"or more entries of \"{field}\"", index + 1L, limit, LimitOf(field), answer.Place());
            }

            if (answer.Token == JsonTokenType.StartObject)
            {
                read(ref answer);
                continue;
            }

            answer.Issues.Add(
                DecodingCodes.ApiEntry, DecodeRepair.Ignored, "", $"{field}[{index}], byte {answer.Position}",
                $"The entry is {AnswerReader.Describe(answer.Token)}, not an object.");
            answer.Skip();
        }
    }

    private static void ReadObject(ref AnswerReader answer, string what, FieldReader read, string[] fields)
    {
        answer.Read();
        if (answer.Token != JsonTokenType.StartObject)
        {
            DecodingErrors.NotAnApiAnswer(what, $"it is {AnswerReader.Describe(answer.Token)}, not an object.", answer.Place());
        }

        bool found = false;
        string? other = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            if (!fields.Contains(field))
            {
                other ??= field;
                answer.Skip();
                continue;
            }

            if (found)
            {
                answer.Issues.Add(DecodingCodes.RepeatedField, DecodeRepair.Noted, "", $"byte {answer.Position}", $"\"{field}\" occurs twice; the last one holds.");
            }

            found = true;
            ReadValue(ref answer, field, read);
        }

        if (!found && other is not null)
        {
            DecodingErrors.NotAnApiAnswer(what, $"it has no \"{fields[0]}\" but \"{(other.Length > 60 ? other[..60] + "…" : other)}\".", answer.Issues.Place);
        }
    }

    private static void ReadValue(ref AnswerReader answer, string field, FieldReader read)
    {
        switch (answer.Token)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.StartArray or JsonTokenType.StartObject:
                read(ref answer);
                break;
            default:
                DecodingErrors.WrongEssentialType(field, "a list or null", AnswerReader.Describe(answer.Token), answer.Place());
                break;
        }
    }

    private static string LimitOf(string field) => field == "headers" ? nameof(DecodeLimits.MaxRuns) : nameof(DecodeLimits.MaxTests);
}
