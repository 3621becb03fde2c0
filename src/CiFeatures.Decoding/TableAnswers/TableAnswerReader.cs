using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads table answers of TestGrid (<c>/{dashboard}/table?tab={job}</c>) of all years.</summary>
/// <remarks>
/// One pass over the bytes, fields in any order, no document tree. What does not fit is repaired where the repair is documented
/// (<c>docs/errors/decoding.md</c>) and listed as an issue; the rest of the grid survives. Damage to the document as a whole is an error.
/// </remarks>
public static class TableAnswerReader
{
    /// <summary>Reads a table answer.</summary>
    /// <param name="utf8">The answer after decompression (see <see cref="GzipPayload"/>); a byte order mark is tolerated.</param>
    /// <param name="key">The dashboard and job it was asked for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the answer may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The grid: rows in published order, runs newest first.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not a table answer, damaged or too large; the place gives job, path and byte.</exception>
    public static JobGrid Read(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        IssueLog log = new(issues, key, (limits ?? DecodeLimits.Default).MaxIssues);
        AnswerReader answer = AnswerReader.Open(utf8, log, limits ?? DecodeLimits.Default);
        try
        {
            TableDraft draft = ReadRoot(ref answer);
            JobGrid grid = TableAssembler.Assemble(draft, key, log, answer.Limits);
            log.Complete();
            return grid;
        }
        catch (JsonException e)
        {
            throw answer.Damage(e);
        }
    }

    private static TableDraft ReadRoot(ref AnswerReader answer)
    {
        answer.Read();
        if (answer.Token != JsonTokenType.StartObject)
        {
            DecodingErrors.NotATable($"it is {AnswerReader.Describe(answer.Token)}, not an object.", answer.Place());
        }

        TableDraft draft = new();
        HashSet<string> seen = [];
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            if (!seen.Add(field))
            {
                answer.Issues.Add(DecodingCodes.RepeatedField, DecodeRepair.Noted, "", $"byte {answer.Position}", $"\"{field}\" occurs twice; the last one holds.");
            }

            answer.Read();
            TableFields.Read(ref answer, draft, field);
        }

        if (!draft.HasTests && !draft.HasTimestamps)
        {
            string fields = seen.Count == 0 ? "it has no fields at all." : $"it has neither \"tests\" nor \"timestamps\" but {Some(seen)}.";
            DecodingErrors.NotATable(fields, answer.Issues.Place);
        }

        // Whatever follows the closing brace is damage; the reader says so.
        answer.Read();
        return draft;
    }

    private static string Some(HashSet<string> fields)
    {
        const int Shown = 3;
        string names = string.Join(", ", fields.Order(StringComparer.Ordinal).Take(Shown).Select(f => $"\"{(f.Length > 60 ? f[..60] + "…" : f)}\""));
        return fields.Count > Shown ? $"{names} and {fields.Count - Shown} more" : names;
    }
}
