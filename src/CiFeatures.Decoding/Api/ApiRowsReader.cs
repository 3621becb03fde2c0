using System.Text.Json;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads the answer of <c>…/tabs/{t}/rows</c>.</summary>
internal static class ApiRowsReader
{
    /// <summary>Reads the answer.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="log">Gets what is repaired.</param>
    /// <param name="limits">What the answer may have.</param>
    public static ApiRows Read(ReadOnlySpan<byte> utf8, IssueLog log, DecodeLimits limits)
    {
        AnswerReader answer = AnswerReader.Open(utf8, log, limits);
        ApiRows rows = new();
        ApiRoot.Read(
            ref answer, "rows answer",
            (ref reader) =>
            {
                rows.Clear();
                ApiRoot.Entries(ref reader, "rows", reader.Limits.MaxTests, (ref entry) => ReadRow(ref entry, rows));
            },
            "rows");
        return rows;
    }

    private static void ReadRow(ref AnswerReader answer, ApiRows rows)
    {
        ApiRowDraft row = new() { Index = rows.Rows.Count };
        int firstRun = rows.Runs.Count;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string field = ApiFields.Name(ref answer);
            answer.Read();
            switch (field)
            {
                case "name":
                    row.Name = answer.OptionalText("rows.name").ValueOr("");
                    break;
                case "cells":
                    // A second list of cells replaces the first, as in every JSON reader that keeps the last of two fields.
                    rows.Runs.CutTo(firstRun);
                    Forget(row);
                    ApiCellReader.Read(ref answer, rows.Runs, row);
                    break;
                case "issues":
                    row.Issues = answer.TextsOrRaw("rows.issues", row.Name);
                    break;
                case "alert":
                    row.Alert = ApiAlertReader.Read(ref answer, row.Name);
                    break;
                default:
                    answer.KeepOther(ref row.OtherFields, field, row.Name);
                    break;
            }
        }

        rows.Rows.Add(row);
    }

    private static void Forget(ApiRowDraft row)
    {
        row.Cells = 0;
        row.Messages = new();
        row.Icons = new();
        row.CellIds = new();
        row.Unknown = default;
        row.Stray = default;
    }
}
