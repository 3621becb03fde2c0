using System.Collections.ObjectModel;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.Api;

/// <summary>Makes the grid out of the columns and rows that were read.</summary>
internal static class ApiGridAssembler
{
    // A column id is the column's name, this private-use character, and the build, as in a table answer.
    private const char IdSeparator = '\uE000';

    /// <summary>Makes the grid; checks rows times columns before it allocates the cells.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The dashboard and job.</param>
    /// <param name="issues">Gets what is repaired.</param>
    /// <param name="limits">What the answers may have.</param>
    public static JobGrid Assemble(ApiColumns columns, ApiRows rows, JobKey key, IssueLog issues, DecodeLimits limits)
    {
        int count = columns.Count;
        long cells = (long)rows.Rows.Count * count;
        long limit = Math.Min(limits.MaxCells, Array.MaxLength);
        if (cells > limit)
        {
            DecodingErrors.TooLarge($"cells ({rows.Rows.Count} rows of {count} columns)", cells, limit, nameof(DecodeLimits.MaxCells), key.ToString());
        }

        RunAxis axis = Axis(columns, issues);
        ReportLongRows(rows.Rows, count, issues);
        byte[] statuses = new byte[cells];
        TestRow[] tests = new TestRow[rows.Rows.Count];
        HashSet<string> names = new(tests.Length, StringComparer.Ordinal);
        for (int i = 0; i < tests.Length; i++)
        {
            ApiRowDraft row = rows.Rows[i];
            if (!names.Add(row.Name))
            {
                issues.Add(DecodingCodes.DuplicateRow, DecodeRepair.Noted, row.Name, $"rows[{row.Index}]", "Another row before it has the same name; both are kept.");
            }

            tests[i] = Row(row, rows.Runs.Slice(row.Runs), statuses.AsSpan(i * count, count), issues);
        }

        return new(key, Info(columns), tests, axis, statuses);
    }

    private static RunAxis Axis(ApiColumns columns, IssueLog issues)
    {
        long[] times = [.. columns.TimesMs];
        RunTimes.Check(times, issues);
        int headers = columns.Extras.Count == 0 ? 0 : columns.Extras.Max(e => e?.Count ?? 0);
        string[][] values = new string[headers][];
        for (int header = 0; header < headers; header++)
        {
            values[header] = new string[columns.Count];
            for (int run = 0; run < columns.Count; run++)
            {
                values[header][run] = columns.Extras[run] is { } extra && header < extra.Count ? extra[header] : "";
            }
        }

        // The API does not say what the headers are called.
        return new([.. columns.Builds], times, [.. Enumerable.Repeat("", headers)], values);
    }

    private static GridInfo Info(ApiColumns columns)
    {
        GridInfo info = new();
        if (columns.Count > 0)
        {
            string[] ids = [.. columns.Names.Select((name, run) => $"{name}{IdSeparator}{columns.Builds[run]}")];
            info = info with { ColumnIds = Published<IReadOnlyList<string>>.Of(ids) };
        }

        if (columns.HotlistIds.Exists(h => h.Length > 0))
        {
            SortedDictionary<string, string> others = new(StringComparer.Ordinal) { ["column_hotlist_ids"] = JsonTexts.List(columns.HotlistIds) };
            info = info with { OtherFields = others };
        }

        return info;
    }

    // Headers and rows are two answers. A run that began between the two requests makes every row one cell longer than the headers.
    private static void ReportLongRows(List<ApiRowDraft> rows, int columns, IssueLog issues)
    {
        int tooLong = rows.Count(r => r.Cells > columns);
        if (tooLong == 0)
        {
            return;
        }

        ApiRowDraft longest = rows.MaxBy(r => r.Cells)!;
        issues.Add(
            DecodingCodes.ApiRowsBeyondHeaders, DecodeRepair.Cut, longest.Name, $"rows[{longest.Index}], run {columns}",
            $"{tooLong} of {rows.Count} rows have more cells than there are headers ({columns}); this one is the longest with {longest.Cells}.");
    }

    private static TestRow Row(ApiRowDraft row, ReadOnlySpan<StatusRun> runs, Span<byte> cells, IssueLog issues)
    {
        RunLength.Expand(runs, cells);
        Report(row, cells.Length, issues);
        if (row.Cells > cells.Length)
        {
            int kept = cells.Length - cells.Count((byte)CellStatus.NoResult);
            row.Messages.CutTo(kept);
            row.Icons.CutTo(kept);
            row.CellIds.CutTo(kept);
        }

        return new()
        {
            Name = row.Name,
            Alert = row.Alert,
            LinkedBugs = row.Issues,
            Messages = row.Messages,
            ShortTexts = row.Icons,
            CellIds = row.CellIds.IsBlank ? [] : row.CellIds,
            OtherFields = row.OtherFields ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty,
        };
    }

    private static void Report(ApiRowDraft row, int columns, IssueLog issues)
    {
        if (row.Cells < columns)
        {
            issues.Add(
                DecodingCodes.RowTooShort, DecodeRepair.Padded, row.Name, $"run {row.Cells}",
                $"The row has {row.Cells} cells, but there are {columns} columns.");
        }

        if (row.Unknown.Count > 0)
        {
            issues.Add(
                DecodingCodes.UnknownStatus, DecodeRepair.ReadAsUnknown, row.Name, $"run {row.Unknown.FirstRun}",
                $"{row.Unknown.Count} of the row's cells have a result that is neither a code from 0 to 15 nor the name of one; the first has {row.Unknown.First}.");
        }

        if (row.Stray.Count > 0)
        {
            issues.Add(
                DecodingCodes.ApiBlankCellText, DecodeRepair.Ignored, row.Name, $"run {row.Stray.FirstRun}",
                $"{row.Stray.Count} of the row's cells have no result but texts; the first has {row.Stray.First}.");
        }
    }
}
