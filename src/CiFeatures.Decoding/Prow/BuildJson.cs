using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>What the readers of a build's small JSON files share. Such a file never fails a reading: what cannot be used is an issue with a place.</summary>
internal static class BuildJson
{
    /// <summary>Reads one field; stands on its value, and leaves the reader on the value's last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="name">The field.</param>
    public delegate void Field(ref AnswerReader answer, string name);

    /// <summary>Reads a file that is one object.</summary>
    /// <param name="json">The file's bytes, plain.</param>
    /// <param name="file">Its name, for places.</param>
    /// <param name="issues">Gets what was repaired or left out.</param>
    /// <param name="limits">What it may have.</param>
    /// <param name="field">Reads one field.</param>
    /// <param name="isComplete">Says afterwards what the file lacks; null or empty when nothing.</param>
    /// <returns>False when the file cannot be used, which is reported.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> json, string file, ICollection<DecodeIssue> issues, DecodeLimits limits, Field field, Func<string>? isComplete = null)
    {
        IssueLog log = new(issues, new JobKey("", ""), limits.MaxIssues) { Part = file };
        bool good = false;
        try
        {
            good = TryReadObject(json, log, limits, field);
            if (good && isComplete?.Invoke() is { Length: > 0 } lacking)
            {
                log.Add(DecodingCodes.IncompleteBuildJson, DecodeRepair.Noted, "", file, lacking);
            }
        }
        catch (CiFeaturesException e)
        {
            log.Add(DecodingCodes.UnusableBuildJson, DecodeRepair.Ignored, "", e.Place.TrimStart(',', ' '), e.Message);
        }

        log.Complete();
        return good;
    }

    /// <summary>Goes through the fields of the object that the reader stands on. A field that occurs twice is reported; the last one holds.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="path">Where the object is, such as <c>status</c>; empty for the file's own.</param>
    /// <param name="field">Reads one field.</param>
    /// <returns>False when the value is no object; one that is not null either is reported.</returns>
    public static bool ReadFields(ref AnswerReader answer, string path, Field field)
    {
        if (answer.Token != JsonTokenType.StartObject)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType(path);
            }

            return false;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string name = answer.Name();
            if (!seen.Add(name))
            {
                answer.Issues.Add(DecodingCodes.RepeatedField, DecodeRepair.Noted, "", $"byte {answer.Position}", $"\"{Shown(name)}\" occurs twice; the last one holds.");
            }

            answer.Read();
            field(ref answer, name);
        }

        return true;
    }

    /// <summary>A text; a number gives its digits, null an empty text. What is neither is reported and gives an empty text.</summary>
    public static string Text(ref AnswerReader answer, string field) => answer.OptionalText(field).ValueOr("");

    /// <summary>A text of a list, for a message.</summary>
    public static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;

    private static bool TryReadObject(ReadOnlySpan<byte> json, IssueLog log, DecodeLimits limits, Field field)
    {
        if (json.Length > limits.MaxBuildJsonBytes)
        {
            log.Add(
                DecodingCodes.BuildFileTooLarge, DecodeRepair.Ignored, "", log.Part,
                $"The file has {json.Length} bytes; the limit DecodeLimits.{nameof(DecodeLimits.MaxBuildJsonBytes)} is {limits.MaxBuildJsonBytes}.");
            return false;
        }

        AnswerReader answer = AnswerReader.Open(Repaired(json, log), log, limits);
        try
        {
            answer.Read();
            if (answer.Token != JsonTokenType.StartObject)
            {
                log.Add(DecodingCodes.UnusableBuildJson, DecodeRepair.Ignored, "", $"{log.Part}, byte {answer.Position}", $"It is {AnswerReader.Describe(answer.Token)}, not an object.");
                return false;
            }

            ReadFields(ref answer, "", field);

            // Anything behind the object is damage.
            answer.Read();
            return true;
        }
        catch (JsonException e)
        {
            throw answer.Damage(e);
        }
    }

    // One byte of a commit message must not cost the build its times.
    private static ReadOnlySpan<byte> Repaired(ReadOnlySpan<byte> json, IssueLog log)
    {
        if (Utf8.IsValid(json))
        {
            return json;
        }

        int first = 0;
        while (Rune.DecodeFromUtf8(json[first..], out _, out int used) == System.Buffers.OperationStatus.Done)
        {
            first += used;
        }

        log.Add(DecodingCodes.CharactersReplaced, DecodeRepair.Replaced, "", $"{log.Part}, byte {first}", "Bytes are not UTF-8; they were read as U+FFFD.");
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
    }
}
