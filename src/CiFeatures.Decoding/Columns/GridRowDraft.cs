using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Columns;

/// <summary>A row that grows column by column, newest first, in the form of a grid object: run lengths, lists over filled cells, sparse metrics.</summary>
/// <param name="name">The row's name.</param>
/// <param name="id">The row's id.</param>
internal sealed class GridRowDraft(string name, string id)
{
    // Rows of test methods; what they would have can be had from the row they belong to.
    private const string MethodMark = "@TESTGRID@";

    private readonly bool _hasIds = !name.Contains(MethodMark, StringComparison.Ordinal);
    private readonly Dictionary<string, (List<int> Indices, List<double> Values)> _metrics = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Id { get; } = id;

    /// <summary>Flat pairs (status, count).</summary>
    public List<int> Results { get; init; } = [];

    public SparseTexts Messages { get; } = new();

    public SparseTexts Icons { get; } = new();

    public SparseTexts CellIds { get; } = new();

    public SparseTexts UserProperties { get; } = new();

    /// <summary>Properties of filled cells; shorter than the other lists where the last cells have none, and empty where none has any.</summary>
    public List<IReadOnlyDictionary<string, string>> Properties { get; } = [];

    /// <summary>Bugs linked to the row's cells, as often as they occur.</summary>
    public List<string> Issues { get; } = [];

    /// <summary>How many columns the row has so far.</summary>
    public int Columns { get; private set; }

    /// <summary>Whether any cell has a result.</summary>
    public bool IsFilled
    {
        get
        {
            for (int i = 0; i + 1 < Results.Count; i += 2)
            {
                if (Results[i] != (int)CellStatus.NoResult && Results[i + 1] > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The metrics in natural order of their names.</summary>
    public RowMetric[] Metrics =>
        [.. _metrics.OrderBy(m => m.Key, NaturalOrder.Ascending).Select(m => new RowMetric(m.Key, [.. m.Value.Indices], [.. m.Value.Values]))];

    /// <summary>Puts a metric there as it stands, for rows that go on where others ended.</summary>
    public void Restore(RowMetric metric) => _metrics[metric.Name] = ([.. metric.Indices], [.. metric.Values]);

    /// <summary>Says how many columns the lists that were put there stand for.</summary>
    public void Restore(int columns) => Columns = columns;

    /// <summary>Appends a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="column">The first column that it stands in.</param>
    /// <param name="count">How many columns it stands in.</param>
    public void Append(ColumnCell cell, int column, int count)
    {
        RunLength.Append(Results, cell.Status, count);
        Columns = column + count;
        for (int i = 0; i < count; i++)
        {
            AppendMetrics(cell, column + i);

            if (cell.Status != CellStatus.NoResult)
            {
                AppendTexts(cell.Detail);
            }
        }

        Issues.AddRange(cell.Detail.Issues);
    }

    /// <summary>Fills up with blank cells.</summary>
    /// <param name="columns">How many columns the row is to have.</param>
    public void PadTo(int columns)
    {
        if (columns > Columns)
        {
            Append(ColumnCell.Empty, Columns, columns - Columns);
        }
    }

    private void AppendMetrics(ColumnCell cell, int column)
    {
        if (cell.Minutes is { } minutes)
        {
            AppendMetric(ColumnCell.DurationMetric, minutes, column);
        }

        foreach (KeyValuePair<string, double> metric in cell.Detail.Metrics)
        {
            AppendMetric(metric.Key, metric.Value, column);
        }
    }

    private void AppendMetric(string name, double value, int column)
    {
        if (!_metrics.TryGetValue(name, out (List<int> Indices, List<double> Values) series))
        {
            _metrics[name] = series = ([], []);
        }

        SparseCode.Append(series.Indices, series.Values, column, value);
    }

    private void AppendTexts(CellDetail detail)
    {
        if (_hasIds)
        {
            if (detail.Properties.Count > 0)
            {
                Properties.AddRange(Enumerable.Repeat(CellDetail.None.Properties, CellIds.Count - Properties.Count));
                Properties.Add(detail.Properties);
            }

            CellIds.Add(detail.CellId);
        }

        Messages.Add(ResultMessage.OfCell(detail.Message));
        Icons.Add(detail.Icon);
        UserProperties.Add(detail.UserProperty);
    }
}
