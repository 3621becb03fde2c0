using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads a row's <c>cells</c>, one object for each column, newest first. This is the hot path of a rows answer.</summary>
internal static class ApiCellReader
{
    /// <summary>Reads the cells; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="runs">Gets the cells as runs.</param>
    /// <param name="row">Gets the texts of the cells that are not blank, and what was wrong.</param>
    public static void Read(ref AnswerReader answer, RunBuffer runs, ApiRowDraft row)
    {
        int start = runs.Count;
        row.Runs = new(start, 0);
        if (answer.Token != JsonTokenType.StartArray)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType("cells", row.Name);
            }

            return;
        }

        int cell = 0;
        int value = 0;
        int length = 0;
        for (; answer.Read() && answer.Token != JsonTokenType.EndArray; cell++)
        {
            int status = ReadCell(ref answer, row, cell);
            if (status != value && length > 0)
            {
                runs.Add(value, length);
                length = 0;
            }

            value = status;
            length++;
        }

        if (length > 0)
        {
            runs.Add(value, length);
        }

        row.Cells = cell;
        row.Runs = new(start, runs.Count - start);
    }

    // A cell without fields is blank: the form leaves out every default, and NO_RESULT is number 0.
    private static int ReadCell(ref AnswerReader answer, ApiRowDraft row, int cell)
    {
        if (answer.Token != JsonTokenType.StartObject)
        {
            return ReadOddCell(ref answer, row, cell);
        }

        int status = 0;
        string message = "";
        string icon = "";
        string id = "";
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            if (answer.TextIs("result"u8))
            {
                answer.Read();
                status = ReadStatus(ref answer, row, cell);
            }
            else if (answer.TextIs("message"u8))
            {
                message = ReadText(ref answer, "cells.message", row);
            }
            else if (answer.TextIs("icon"u8))
            {
                icon = ReadText(ref answer, "cells.icon", row);
            }
            else if (answer.TextIs("cell_id"u8) || answer.TextIs("cellId"u8))
            {
                id = ReadText(ref answer, "cells.cell_id", row);
            }
            else
            {
                answer.Read();
                answer.Skip();
            }
        }

        Keep(row, status, cell, message, icon, id);
        return status;
    }

    private static int ReadOddCell(ref AnswerReader answer, ApiRowDraft row, int cell)
    {
        if (answer.Token == JsonTokenType.Null)
        {
            return (int)CellStatus.NoResult;
        }

        row.Unknown.Add(cell, AnswerReader.Describe(answer.Token));
        answer.Skip();
        Keep(row, (int)CellStatus.Unknown, cell, "", "", "");
        return (int)CellStatus.Unknown;
    }

    private static void Keep(ApiRowDraft row, int status, int cell, string message, string icon, string id)
    {
        if (status != (int)CellStatus.NoResult)
        {
            row.Messages.Add(message);
            row.Icons.Add(icon);
            row.CellIds.Add(id);
        }
        else if (message.Length + icon.Length + id.Length > 0)
        {
            row.Stray.Add(cell, message.Length > 0 ? "a message" : icon.Length > 0 ? "an icon" : "an id");
        }
    }

    private static int ReadStatus(ref AnswerReader answer, ApiRowDraft row, int cell)
    {
        switch (answer.Token)
        {
            case JsonTokenType.Number when JsonNumbers.TryInt32(in answer.Json, out int number) && RunLength.IsKnown(number):
                return number;
            case JsonTokenType.String when TryStatus(answer.Text(), out int named):
                return named;
            case JsonTokenType.Null:
                return (int)CellStatus.NoResult;
            default:
                row.Unknown.Add(cell, answer.Found());
                answer.Skip();
                return (int)CellStatus.Unknown;
        }
    }

    // Protobuf JSON may give an enum by its name, and a number as a text.
    private static bool TryStatus(string text, out int status)
    {
        if (CellStatuses.TryParse(text, out CellStatus named))
        {
            status = (int)named;
            return true;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out status) && RunLength.IsKnown(status);
    }

    private static string ReadText(ref AnswerReader answer, string field, ApiRowDraft row)
    {
        answer.Read();
        return answer.OptionalText(field, row.Name).ValueOr("");
    }
}
