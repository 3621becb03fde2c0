using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>Columns (newest first) and rows as the judgement sees them.</summary>
/// <param name="Columns">The runs, newest first.</param>
/// <param name="Rows">The tests; their order matters only where names repeat.</param>
public sealed record JudgedGrid(IReadOnlyList<JudgedColumn> Columns, IReadOnlyList<JudgedRow> Rows)
{
    /// <summary>Views a decoded grid without copying its statuses.</summary>
    /// <param name="grid">The decoded grid. Its run-length pairs are gone, so the leading blanks are counted as one maximal run.</param>
    public static JudgedGrid From(JobGrid grid)
    {
        JudgedColumn[] columns = new JudgedColumn[grid.Runs.Count];
        for (int c = 0; c < columns.Length; c++)
        {
            columns[c] = new JudgedColumn
            {
                Build = grid.Runs.Builds[c],
                StartedMs = grid.Runs.TimesMs[c],
                Extra = ExtraOf(grid.Runs, c),
            };
        }

        JudgedRow[] rows = new JudgedRow[grid.Tests.Count];
        for (int t = 0; t < rows.Length; t++)
        {
            TestRow test = grid.Tests[t];
            rows[t] = new JudgedRow
            {
                Name = test.Name,
                Id = test.Id,
                Statuses = grid.RowMemory(t),
                LeadingBlanks = JudgedRow.CountLeadingBlanks(grid.Row(t)),
                HasResults = grid.Runs.Count > 0,
                Messages = test.Messages,
                UserProperties = test.UserProperties.ValueOr([]),
                Issues = test.LinkedBugs,
            };
        }

        return new JudgedGrid(columns, rows);
    }

    private static string[] ExtraOf(RunAxis runs, int column)
    {
        if (runs.Headers.Count == 0)
        {
            return [];
        }

        string[] extra = new string[runs.Headers.Count];
        for (int h = 0; h < extra.Length; h++)
        {
            extra[h] = runs.Headers[h][column];
        }

        return extra;
    }
}
