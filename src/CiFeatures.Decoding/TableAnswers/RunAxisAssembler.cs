using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Makes the axis of runs out of <c>timestamps</c>, <c>changelists</c>, <c>column_ids</c> and <c>custom-columns</c>.</summary>
internal static class RunAxisAssembler
{
    // A column id is the column's name, this private-use character, and the build.
    private const char IdSeparator = '\uE000';

    /// <summary>Makes the axis; every list is fitted to the number of columns.</summary>
    /// <param name="draft">What was read.</param>
    /// <param name="issues">Gets what is repaired.</param>
    /// <param name="limits">What the answer may have.</param>
    public static RunAxis Assemble(TableDraft draft, IssueLog issues, DecodeLimits limits)
    {
        int columns = CountColumns(draft, issues, limits);
        long[] times = new long[columns];
        draft.TimesMs?.CopyTo(times);
        RunTimes.Check(times, issues);
        string[][] headers = [.. draft.Headers.Select((h, i) => Fit(h, $"custom-columns[{i}]", columns, issues))];
        return new(Builds(draft, columns, issues), times, HeaderNames(draft, headers.Length, issues), headers);
    }

    // The timestamps decide; only an answer without them is measured by its build ids.
    private static int CountColumns(TableDraft draft, IssueLog issues, DecodeLimits limits)
    {
        if (draft.TimesMs is { } times)
        {
            return times.Count;
        }

        int columns = draft.Builds?.Count ?? draft.ColumnIds?.Count ?? 0;
        if (columns > limits.MaxRuns)
        {
            DecodingErrors.TooLarge("columns", columns, limits.MaxRuns, nameof(DecodeLimits.MaxRuns), issues.Place);
        }

        if (draft.Rows.Count > 0 && draft.Builds is null && draft.ColumnIds is null)
        {
            DecodingErrors.NotATable(
                $"it has {draft.Rows.Count} rows but none of \"timestamps\", \"changelists\" and \"column_ids\", so nothing says which columns there are.",
                issues.Place);
        }

        if (columns > 0)
        {
            issues.Add(
                DecodingCodes.AxisLength, DecodeRepair.Padded, "", "timestamps",
                $"There are no timestamps; the {columns} build ids say how many columns there are, and all times are unknown.");
        }

        return columns;
    }

    private static string[] Builds(TableDraft draft, int columns, IssueLog issues)
    {
        if (draft.ColumnIds is { } ids && ids.Count != columns && ids.Count > 0)
        {
            issues.Add(
                DecodingCodes.AxisLength, DecodeRepair.Noted, "", "column_ids",
                $"\"column_ids\" has {ids.Count} entries for {columns} columns.");
        }

        if (draft.Builds is { Count: > 0 } builds)
        {
            return Fit(builds, "changelists", columns, issues);
        }

        string[] fromIds = new string[columns];
        Array.Fill(fromIds, "");
        for (int i = 0; i < columns && i < draft.ColumnIds?.Count; i++)
        {
            string id = draft.ColumnIds[i];
            fromIds[i] = id[(id.LastIndexOf(IdSeparator) + 1)..];
        }

        return fromIds;
    }

    // "column-header-names" begins with the fixed headers (Date, Time and the build's, whose names vary) and ends with the
    // custom ones, so the names are counted from the end.
    private static string[] HeaderNames(TableDraft draft, int headers, IssueLog issues)
    {
        IReadOnlyList<string> names = draft.Info.ColumnHeaderNames;
        if (names.Count >= headers)
        {
            return [.. names.Skip(names.Count - headers)];
        }

        issues.Add(
            DecodingCodes.AxisLength, DecodeRepair.Padded, "", "column-header-names",
            $"There are {names.Count} header names for {headers} lists in \"custom-columns\"; the first of them have no name.");
        return [.. Enumerable.Repeat("", headers - names.Count), .. names];
    }

    private static string[] Fit(List<string> list, string field, int columns, IssueLog issues)
    {
        if (list.Count == columns)
        {
            return [.. list];
        }

        bool tooLong = list.Count > columns;
        issues.Add(
            DecodingCodes.AxisLength, tooLong ? DecodeRepair.Cut : DecodeRepair.Padded, "", field,
            $"\"{field}\" has {list.Count} entries for {columns} columns.");
        string[] fitted = new string[columns];
        Array.Fill(fitted, "");
        list.CopyTo(0, fitted, 0, Math.Min(list.Count, columns));
        return fitted;
    }
}
