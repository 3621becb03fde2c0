using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Makes the grid out of what was read, once rows and columns are both known.</summary>
internal static class TableAssembler
{
    /// <summary>Makes the grid; checks rows times columns before it allocates the cells.</summary>
    /// <param name="draft">What was read.</param>
    /// <param name="key">The dashboard and job.</param>
    /// <param name="issues">Gets what is repaired.</param>
    /// <param name="limits">What the answer may have.</param>
    public static JobGrid Assemble(TableDraft draft, JobKey key, IssueLog issues, DecodeLimits limits)
    {
        RunAxis runs = RunAxisAssembler.Assemble(draft, issues, limits);
        long cells = (long)draft.Rows.Count * runs.Count;
        if (cells > limits.MaxCells || cells > Array.MaxLength)
        {
            DecodingErrors.TooLarge(
                $"cells ({draft.Rows.Count} rows of {runs.Count} columns)", cells, Math.Min(limits.MaxCells, Array.MaxLength), nameof(DecodeLimits.MaxCells), key.ToString());
        }

        if (draft.RowIds is { } ids && ids.Count != draft.RowsInAnswer)
        {
            issues.Add(
                DecodingCodes.AxisLength, ids.Count < draft.RowsInAnswer ? DecodeRepair.Padded : DecodeRepair.Cut, "", "row_ids",
                $"\"row_ids\" has {ids.Count} entries for {draft.RowsInAnswer} rows.");
        }

        byte[] statuses = new byte[cells];
        TestRow[] rows = new TestRow[draft.Rows.Count];
        HashSet<string> names = new(rows.Length, StringComparer.Ordinal);
        for (int i = 0; i < rows.Length; i++)
        {
            RowDraft row = draft.Rows[i];
            if (!names.Add(row.Name!))
            {
                issues.Add(
                    DecodingCodes.DuplicateRow, DecodeRepair.Noted, row.Name!, $"tests[{row.Index}]",
                    "Another row before it has the same name; both are kept.");
            }

            string id = draft.RowIds is { } list && row.Index < list.Count ? list[row.Index] : "";
            rows[i] = RowAssembler.Assemble(row, id, draft.Runs.Slice(row.Runs), statuses.AsSpan(i * runs.Count, runs.Count), issues);
        }

        GridInfo info = draft.Info with { LinkTemplates = draft.LinkTemplates };
        if (draft.OtherFields is { } others)
        {
            info = info with { OtherFields = others };
        }

        WrongJob.Check(info, issues);
        return TruncationMarks.Mark(new(key, info, rows, runs, statuses), issues);
    }
}
