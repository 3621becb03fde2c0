using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes a job's grid out of columns (TestGrid's <c>constructGrid</c>). Alerts are no part of it: they are judged from any grid.</summary>
internal static class ColumnGrid
{
    // A column id is the column's name, this private-use character, and the build.
    private const char IdSeparator = '\uE000';

    /// <summary>Makes the grid.</summary>
    /// <param name="key">The dashboard and job.</param>
    /// <param name="columns">The columns, newest first.</param>
    /// <param name="options">The settings.</param>
    /// <param name="limits">What the grid may have; checked before cells are allocated.</param>
    /// <param name="issues">Bugs linked to rows from elsewhere, by row; null = none.</param>
    public static JobGrid Make(
        JobKey key, IReadOnlyList<GridColumn> columns, ColumnOptions options, DecodeLimits limits, IReadOnlyDictionary<string, IReadOnlyList<string>>? issues = null)
    {
        GridDraft draft = new();
        foreach (GridColumn column in columns)
        {
            draft.Append(column);
        }

        IReadOnlyList<GridRowDraft> rows = draft.Finish();
        Check(key, rows.Count, columns.Count, limits);
        byte[] statuses = new byte[(long)rows.Count * columns.Count];
        TestRow[] tests = new TestRow[rows.Count];
        for (int i = 0; i < tests.Length; i++)
        {
            RunLength.Expand([.. rows[i].Results], statuses.AsSpan(i * columns.Count, columns.Count));
            tests[i] = Row(rows[i], columns.Count, issues?.GetValueOrDefault(rows[i].Name) ?? []);
        }

        return new(key, Info(columns), tests, Axis(columns, options.Headings), statuses);
    }

    private static void Check(JobKey key, int rows, int columns, DecodeLimits limits)
    {
        if (rows > limits.MaxTests)
        {
            DecodingErrors.TooLarge("rows", rows, limits.MaxTests, nameof(DecodeLimits.MaxTests), key.ToString());
        }

        long cells = (long)rows * columns;
        long most = Math.Min(limits.MaxCells, Array.MaxLength);
        if (cells > most)
        {
            DecodingErrors.TooLarge($"cells ({rows} rows of {columns} columns)", cells, most, nameof(DecodeLimits.MaxCells), key.ToString());
        }
    }

    private static TestRow Row(GridRowDraft row, int columns, IReadOnlyList<string> issues)
    {
        RowMetric[] metrics = row.Metrics;
        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.Keep(others, StateFields.Row, Properties(row));
        return new()
        {
            Name = row.Name,
            Id = row.Id,
            LinkedBugs = [.. row.Issues.Concat(issues).Distinct(StringComparer.Ordinal).Order(NaturalOrder.Descending)],
            Messages = row.Messages,
            ShortTexts = row.Icons,
            CellIds = row.CellIds.IsBlank ? [] : row.CellIds,
            UserProperties = row.UserProperties.IsBlank ? default : Published<IReadOnlyList<string>>.Of(row.UserProperties),
            Metrics = metrics,
            MetricNames = [.. metrics.Select(m => m.Name)],
            DurationMinutes = Array.Find(metrics, m => m.Name == ColumnCell.DurationMetric) is { } durations ? Minutes(durations, columns) : null,
            OtherFields = others,
        };
    }

    private static float[] Minutes(RowMetric metric, int columns)
    {
        double[] values = new double[columns];
        SparseCode.Inflate(metric.Indices, metric.Values, values);
        return [.. values.Select(v => float.IsFinite((float)v) ? (float)v : float.NaN)];
    }

    // The domain has no place for properties of cells, hints and addresses; grid objects have, so they are kept in the form that the reader of those keeps.
    private static byte[] Properties(GridRowDraft row)
    {
        if (row.Properties.All(p => p.Count == 0))
        {
            return [];
        }

        WireWriter writer = new();
        foreach (IReadOnlyDictionary<string, string> properties in row.Properties)
        {
            PropertyMessage message = new();
            foreach (KeyValuePair<string, string> property in properties)
            {
                message.Property[property.Key] = property.Value;
            }

            PropertyMessage.Shape.WriteInner(13, message, writer);
        }

        return writer.Written.ToArray();
    }

    private static GridInfo Info(IReadOnlyList<GridColumn> columns)
    {
        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.KeepList(others, StateFields.Columns, columns.Select(Rest));
        return new()
        {
            ColumnIds = columns.Count == 0 ? default : Published<IReadOnlyList<string>>.Of([.. columns.Select(c => $"{c.Name}{IdSeparator}{c.Build}")]),
            OtherFields = others,
        };
    }

    private static byte[] Rest(GridColumn column)
    {
        ColumnMessage message = new() { Build = column.Build, Hint = column.Hint };
        message.EmailAddresses.AddRange(column.EmailAddresses);
        return StateFields.Rest(message);
    }

    private static RunAxis Axis(IReadOnlyList<GridColumn> columns, IReadOnlyList<ColumnHeading> headings)
    {
        int headers = Math.Max(headings.Count, columns.Count == 0 ? 0 : columns.Max(c => c.Extra.Count));
        return new(
            [.. columns.Select(c => c.Build)],
            [.. columns.Select(c => (long)c.StartedMs)],
            [.. Enumerable.Range(0, headers).Select(h => h < headings.Count ? headings[h].Name : "")],
            [.. Enumerable.Range(0, headers).Select(h => columns.Select(c => h < c.Extra.Count ? c.Extra[h] : "").ToArray())]);
    }
}
