using System.Collections.ObjectModel;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Expands the cells of a row and fits its lists to them.</summary>
internal static class RowAssembler
{
    /// <summary>Makes the row and writes its cells.</summary>
    /// <param name="row">The row as read.</param>
    /// <param name="id">Its id from <c>row_ids</c>.</param>
    /// <param name="runs">Its runs; counts are positive, statuses known.</param>
    /// <param name="cells">Gets one status for each column.</param>
    /// <param name="issues">Gets what is repaired.</param>
    public static TestRow Assemble(RowDraft row, string id, ReadOnlySpan<StatusRun> runs, Span<byte> cells, IssueLog issues)
    {
        string name = row.Name!;
        ReportFaults(row, name, issues);
        RunLength.Expand(runs, cells);
        (long total, long filled) = Measure(runs);
        long kept = filled;
        if (total > cells.Length)
        {
            kept = cells.Length - cells.Count((byte)CellStatus.NoResult);
            issues.Add(
                DecodingCodes.RowTooLong, DecodeRepair.Cut, name, $"run {cells.Length}",
                $"The counts sum to {total} cells, but there are {cells.Length} columns.");
        }
        else if (total < cells.Length)
        {
            issues.Add(
                DecodingCodes.RowTooShort, DecodeRepair.Padded, name, $"run {total}",
                $"The counts sum to {total} cells, but there are {cells.Length} columns.");
        }

        FitCompact(row.Messages, "messages", name, filled, kept, issues);
        FitCompact(row.ShortTexts, row.ShortTextsField, name, filled, kept, issues);
        FitCompact(row.CellIds, "cell_ids", name, filled, kept, issues);
        FitCompact(row.UserProperties.ValueOrDefault(), "user_property", name, filled, kept, issues);
        return new()
        {
            Name = name,
            OriginalName = row.OriginalName,
            Target = row.Target,
            Id = id,
            Alert = row.Alert,
            LinkedBugs = row.LinkedBugs,
            Messages = row.Messages ?? (IReadOnlyList<string>)[],
            ShortTexts = row.ShortTexts ?? (IReadOnlyList<string>)[],
            CellIds = row.CellIds ?? (IReadOnlyList<string>)[],
            UserProperties = row.UserProperties.State switch
            {
                PublishedState.Absent => default,
                PublishedState.Null => Published<IReadOnlyList<string>>.Null,
                _ => Published<IReadOnlyList<string>>.Of(row.UserProperties.ValueOrDefault()!),
            },
            DurationMinutes = FitDurations(row.DurationMinutes, name, cells.Length, issues),
            OtherFields = row.OtherFields ?? (IReadOnlyDictionary<string, string>)ReadOnlyDictionary<string, string>.Empty,
        };
    }

    private static (long Total, long Filled) Measure(ReadOnlySpan<StatusRun> runs)
    {
        long total = 0;
        long filled = 0;
        foreach (StatusRun run in runs)
        {
            total += run.Count;
            filled += run.Value == (int)CellStatus.NoResult ? 0 : run.Count;
        }

        return (total, filled);
    }

    private static void ReportFaults(RowDraft row, string name, IssueLog issues)
    {
        ref readonly StatusFaults faults = ref row.Faults;
        if (faults.SkippedRuns > 0)
        {
            issues.Add(
                DecodingCodes.CountNotPositive, DecodeRepair.Ignored, name, PlaceOf(faults.FirstSkipped),
                $"{faults.SkippedRuns} of the row's runs yield no cells; the first has {WhatOf(faults.FirstSkipped)}.");
        }

        if (faults.UnknownRuns > 0)
        {
            issues.Add(
                DecodingCodes.UnknownStatus, DecodeRepair.ReadAsUnknown, name, PlaceOf(faults.FirstUnknown),
                $"{faults.UnknownRuns} of the row's runs have a status that is not a code from 0 to 15; the first has {WhatOf(faults.FirstUnknown)}.");
        }
    }

    private static string PlaceOf(string fault) => fault[..fault.IndexOf(':', StringComparison.Ordinal)];

    private static string WhatOf(string fault) => fault[(fault.IndexOf(':', StringComparison.Ordinal) + 2)..];

    // A list without entries is the service's way to publish none at all.
    private static void FitCompact(SparseTexts? list, string field, string name, long filled, long kept, IssueLog issues)
    {
        if (list is null || list.Count == 0)
        {
            return;
        }

        if (list.Count != filled)
        {
            bool tooLong = list.Count > filled;
            issues.Add(
                DecodingCodes.CompactListLength, tooLong ? DecodeRepair.Cut : DecodeRepair.Noted, name, $"{field}[{Math.Min(list.Count, filled)}]",
                $"\"{field}\" has {list.Count} entries for {filled} filled cells{(tooLong ? "" : "; the oldest cells have none")}.");
        }

        list.CutTo((int)Math.Min(kept, int.MaxValue));
    }

    private static float[]? FitDurations(float[]? minutes, string name, int columns, IssueLog issues)
    {
        if (minutes is null || minutes.Length == columns)
        {
            return minutes;
        }

        bool tooLong = minutes.Length > columns;
        issues.Add(
            DecodingCodes.Durations, tooLong ? DecodeRepair.Cut : DecodeRepair.Padded, name, $"run {Math.Min(minutes.Length, columns)}",
            $"There are {minutes.Length} durations for {columns} columns.");
        float[] fitted = new float[columns];
        fitted.AsSpan().Fill(float.NaN);
        minutes.AsSpan(0, Math.Min(minutes.Length, columns)).CopyTo(fitted);
        return fitted;
    }
}
