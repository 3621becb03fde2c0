namespace CiFeatures.Core.Grids;

/// <summary>Cuts the lists of a row to some of its runs.</summary>
internal static class RowSelection
{
    /// <summary>The row with the entries of the kept runs.</summary>
    /// <param name="row">The row.</param>
    /// <param name="statuses">Its statuses in all runs.</param>
    /// <param name="runs">The runs to keep, ascending.</param>
    public static TestRow Of(TestRow row, ReadOnlySpan<byte> statuses, IReadOnlyList<int> runs)
    {
        List<int> filled = Filled(statuses, runs);
        return row with
        {
            Messages = Compact(row.Messages, filled),
            ShortTexts = Compact(row.ShortTexts, filled),
            CellIds = Compact(row.CellIds, filled),
            UserProperties = row.UserProperties.ValueOrDefault() is { } properties
                ? Published<IReadOnlyList<string>>.Of(Compact(properties, filled))
                : row.UserProperties,
            DurationMinutes = row.DurationMinutes is { } minutes ? [.. runs.Select(r => r < minutes.Length ? minutes[r] : float.NaN)] : null,
            Metrics = [.. row.Metrics.Select(m => Metric(m, runs))],
        };
    }

    // Places of the kept cells in the lists that have entries for filled cells only.
    private static List<int> Filled(ReadOnlySpan<byte> statuses, IReadOnlyList<int> runs)
    {
        List<int> filled = [];
        int next = 0;
        int place = 0;
        for (int run = 0; run < statuses.Length && next < runs.Count; run++)
        {
            bool isFilled = statuses[run] != (byte)CellStatus.NoResult;
            if (runs[next] == run)
            {
                next++;
                if (isFilled)
                {
                    filled.Add(place);
                }
            }

            place += isFilled ? 1 : 0;
        }

        return filled;
    }

    private static IReadOnlyList<string> Compact(IReadOnlyList<string> list, List<int> filled) =>
        list.Count == 0 ? list : [.. filled.TakeWhile(f => f < list.Count).Select(f => list[f])];

    private static RowMetric Metric(RowMetric metric, IReadOnlyList<int> runs)
    {
        List<int> indices = [];
        List<double> values = [];
        double[] columns = new double[Math.Max(runs.Count == 0 ? 0 : runs[^1] + 1, 0)];
        SparseCode.Inflate(metric.Indices, metric.Values, columns);
        for (int i = 0; i < runs.Count; i++)
        {
            if (!double.IsNaN(columns[runs[i]]))
            {
                SparseCode.Append(indices, values, i, columns[runs[i]]);
            }
        }

        return metric with { Indices = [.. indices], Values = [.. values] };
    }
}
