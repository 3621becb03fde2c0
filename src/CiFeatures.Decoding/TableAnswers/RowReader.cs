using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads the entries of <c>tests</c>.</summary>
internal static class RowReader
{
    /// <summary>Reads all rows; stands on the list, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="draft">Gets the rows and their runs.</param>
    public static void ReadAll(ref AnswerReader answer, TableDraft draft)
    {
        for (int index = 0; answer.Read() && answer.Token != JsonTokenType.EndArray; index++)
        {
            if (index >= answer.Limits.MaxTests)
            {
                DecodingErrors.TooLarge("or more rows", index + 1L, answer.Limits.MaxTests, nameof(DecodeLimits.MaxTests), answer.Place());
            }

            draft.RowsInAnswer = index + 1;
            if (answer.Token != JsonTokenType.StartObject)
            {
                Drop(ref answer, "", $"tests[{index}], byte {answer.Position}", $"The row is {AnswerReader.Describe(answer.Token)}, not an object.");
                answer.Skip();
                continue;
            }

            RowDraft row = Read(ref answer, draft.Runs, index);
            if (IsReadable(ref answer, row))
            {
                draft.Rows.Add(row);
            }
            else
            {
                draft.Runs.CutTo(row.Runs.Start);
            }
        }
    }

    private static RowDraft Read(ref AnswerReader answer, RunBuffer runs, int index)
    {
        RowDraft row = new() { Index = index, Position = answer.Position, Runs = new(runs.Count, 0) };
        int firstRun = runs.Count;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = answer.Name();
            answer.Read();
            if (field == "statuses")
            {
                // A second list of statuses replaces the first, as in every JSON reader that keeps the last of two fields.
                runs.CutTo(firstRun);
                row.Faults = default;
                row.Runs = StatusRunReader.Read(ref answer, runs, ref row.Faults);
                continue;
            }

            ReadField(ref answer, row, field);
        }

        return row;
    }

    private static void ReadField(ref AnswerReader answer, RowDraft row, string field)
    {
        string test = row.Name ?? "";
        switch (field)
        {
            case "name":
                row.Name = answer.Token == JsonTokenType.String ? answer.Text() : null;
                answer.Skip();
                break;
            case "original-name":
                row.OriginalName = answer.OptionalText(field, test);
                break;
            case "target":
                row.Target = answer.OptionalText(field, test);
                break;
            case "alert":
                row.Alert = RowAlertReader.Read(ref answer, test);
                break;
            case "linked_bugs":
                row.LinkedBugs = answer.TextsOrRaw(field, test);
                break;
            case "messages":
                row.Messages = ReadCompact(ref answer, field, test);
                break;
            case "short_texts":
                row.ShortTexts = ReadCompact(ref answer, field, test);
                break;
            case "user_property":
                row.UserProperties = answer.Token == JsonTokenType.Null
                    ? Published<SparseTexts>.Null
                    : ReadCompact(ref answer, field, test) is { } list ? Published<SparseTexts>.Of(list) : default;
                break;
            case "graphs":
                row.DurationMinutes = DurationReader.Read(ref answer, row);
                break;
            default:
                answer.KeepOther(ref row.OtherFields, field, test);
                break;
        }
    }

    private static SparseTexts? ReadCompact(ref AnswerReader answer, string field, string test)
    {
        SparseTexts texts = new();
        return answer.TryTexts(field, texts, test) ? texts : null;
    }

    private static bool IsReadable(ref AnswerReader answer, RowDraft row)
    {
        string position = $"tests[{row.Index}], byte {row.Position}";
        if (row.Name is null)
        {
            Drop(ref answer, "", position, "The row has no name that is a text.");
            return false;
        }

        if (row.Faults.Unreadable is { } reason)
        {
            Drop(ref answer, row.Name, row.Faults.UnreadablePosition ?? position, $"The row cannot be read: {reason}.");
            return false;
        }

        return true;
    }

    private static void Drop(ref AnswerReader answer, string test, string position, string message) =>
        answer.Issues.Add(DecodingCodes.UnreadableRow, DecodeRepair.RowDropped, test, position, message);
}
