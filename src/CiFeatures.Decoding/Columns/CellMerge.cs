using System.Globalization;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>Makes one cell of the results of a build that have the same name.</summary>
internal static class CellMerge
{
    /// <summary>Merges cells: the worst status, or flaky when some pass and some fail; the short text says how many passed.</summary>
    /// <param name="flaky">Whether a mixture of passing and failing is flaky; if not, it fails.</param>
    /// <param name="cells">The cells, at least one. The first one's ids and properties are kept.</param>
    public static ColumnCell Merge(bool flaky, IReadOnlyList<ColumnCell> cells)
    {
        ColumnCell first = cells[0];
        if (cells.Count == 1)
        {
            return first;
        }

        CellStatus worst = first.Status;
        Side passed = new(worst);
        Side failed = new(worst);
        foreach (ColumnCell cell in cells)
        {
            worst = IsAtLeast(cell.Status, worst) ? cell.Status : worst;
            if (CellStatuses.IsPassing(cell.Status))
            {
                passed.Add(cell);
            }
            else if (CellStatuses.IsFailing(cell.Status))
            {
                failed.Add(cell);
            }
        }

        string share = string.Create(CultureInfo.InvariantCulture, $"{passed.Count}/{cells.Count}");
        string message = failed.Message.Length > 0 ? failed.Message : passed.Message;
        CellDetail detail = first.Detail with
        {
            Icon = share,
            Message = $"{share} runs passed{(message.Length > 0 ? ": " + message : "")}",
            Issues = [.. cells.SelectMany(c => c.Detail.Issues).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
        return ColumnCell.Of(flaky && passed.Count > 0 && failed.Count > 0 ? CellStatus.Flaky : worst, Means(cells), detail);
    }

    private static bool IsAtLeast(CellStatus status, CellStatus other) => CellStatuses.Severity(status) >= CellStatuses.Severity(other);

    private static IEnumerable<KeyValuePair<string, double>> Means(IReadOnlyList<ColumnCell> cells) =>
        cells.SelectMany(c => c.Metrics).GroupBy(m => m.Key, m => m.Value, (name, values) => KeyValuePair.Create(name, values.Average()), StringComparer.Ordinal);

    // The text of the worst cell that has one, but of none that is milder than the first cell: so TestGrid's rule is.
    private struct Side(CellStatus first)
    {
        private CellStatus _of = first;

        public int Count { get; private set; }

        public string Message { get; private set; } = "";

        public void Add(ColumnCell cell)
        {
            Count++;
            if (cell.Detail.Message.Length > 0 && IsAtLeast(cell.Status, _of))
            {
                Message = cell.Detail.Message;
                _of = cell.Status;
            }
        }
    }
}
