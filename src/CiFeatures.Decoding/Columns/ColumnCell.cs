using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>One cell of a column: 32 bytes, and a <see cref="CellDetail"/> for the few that have more than a status and a duration.</summary>
/// <param name="Status">The status.</param>
/// <param name="Minutes">The metric <c>test-duration-minutes</c>; null when the cell has none.</param>
/// <param name="Detail">The rest.</param>
internal readonly record struct ColumnCell(CellStatus Status, double? Minutes, CellDetail Detail)
{
    /// <summary>The metric that holds durations.</summary>
    public const string DurationMetric = State.StateRowAssembler.DurationMetric;

    /// <summary>A blank cell.</summary>
    public static ColumnCell Empty { get; } = new(CellStatus.NoResult, null, CellDetail.None);

    /// <summary>All metrics with the duration, in ordinal order of their names.</summary>
    public IEnumerable<KeyValuePair<string, double>> Metrics =>
        Minutes is not { } minutes ? Detail.Metrics
        : Detail.Metrics.Append(new(DurationMetric, minutes)).OrderBy(m => m.Key, StringComparer.Ordinal);

    /// <summary>A cell of given metrics, one of which may be the duration.</summary>
    /// <param name="status">The status.</param>
    /// <param name="metrics">The metrics by name.</param>
    /// <param name="detail">The rest; its metrics are replaced.</param>
    public static ColumnCell Of(CellStatus status, IEnumerable<KeyValuePair<string, double>> metrics, CellDetail detail)
    {
        double? minutes = null;
        List<KeyValuePair<string, double>> others = [];
        foreach (KeyValuePair<string, double> metric in metrics)
        {
            if (metric.Key == DurationMetric)
            {
                minutes = metric.Value;
            }
            else
            {
                others.Add(metric);
            }
        }

        others.Sort((a, b) => string.CompareOrdinal(a.Key, b.Key));
        return new(status, minutes, others.Count == 0 && detail.Metrics.Count == 0 ? detail : detail with { Metrics = others });
    }

    /// <summary>The cell with a duration in place of the one it had.</summary>
    /// <param name="seconds">The duration.</param>
    public ColumnCell WithElapsed(double seconds) => this with { Minutes = seconds / 60 };
}
