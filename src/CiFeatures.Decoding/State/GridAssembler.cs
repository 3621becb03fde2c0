using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Makes a job's grid out of a grid message.</summary>
internal static class GridAssembler
{
    /// <summary>Makes the grid; checks rows times columns before it allocates the cells.</summary>
    /// <param name="message">The message.</param>
    /// <param name="key">The dashboard and job.</param>
    /// <param name="issues">Gets what is repaired.</param>
    /// <param name="limits">What the grid may have.</param>
    public static JobGrid Assemble(GridMessage message, JobKey key, IssueLog issues, DecodeLimits limits)
    {
        int columns = message.Columns.Count;
        long cells = (long)message.Rows.Count * columns;
        long most = Math.Min(limits.MaxCells, Array.MaxLength);
        if (cells > most)
        {
            DecodingErrors.TooLarge($"cells ({message.Rows.Count} rows of {columns} columns)", cells, most, nameof(DecodeLimits.MaxCells), key.ToString());
        }

        RunAxis runs = ColumnAssembler.Axis(message, issues, limits);
        byte[] statuses = new byte[cells];
        TestRow[] rows = new TestRow[message.Rows.Count];
        HashSet<string> names = new(rows.Length, StringComparer.Ordinal);
        StateRowAssembler assembler = new(columns, issues);
        for (int i = 0; i < rows.Length; i++)
        {
            RowMessage row = message.Rows[i];
            if (!names.Add(row.Name))
            {
                issues.Add(DecodingCodes.DuplicateRow, DecodeRepair.Noted, row.Name, $"row {i}", "Another row before it has the same name; both are kept.");
            }

            rows[i] = assembler.Assemble(row, i, statuses.AsSpan(i * columns, columns));
        }

        return TruncationMarks.Mark(new(key, Info(message), rows, runs, statuses), issues);
    }

    private static GridInfo Info(GridMessage message)
    {
        TestGroupMessage? group = message.Config;
        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.Keep(others, StateFields.Grid, StateFields.Rest(message));
        StateFields.KeepList(others, StateFields.Columns, message.Columns.Select(StateFields.Rest));
        return new()
        {
            TestGroupName = StateTexts.Optional(group?.Name),
            Query = StateTexts.Optional(group is null ? null : TestGroupConversion.Prefix(group)),
            StaleTestThreshold = group is { NumColumnsRecent: > 0 } ? Published<int>.Of(group.NumColumnsRecent) : default,
            ColumnIds = message.Columns.Count == 0 ? default : Published<IReadOnlyList<string>>.Of([.. message.Columns.Select(ColumnAssembler.Id)]),
            OtherFields = others,
        };
    }
}
