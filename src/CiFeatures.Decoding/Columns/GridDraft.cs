using CiFeatures.Core.Builds;

namespace CiFeatures.Decoding.Columns;

/// <summary>A grid that grows column by column, newest first.</summary>
internal sealed class GridDraft
{
    private readonly Dictionary<string, GridRowDraft> _rows = new(StringComparer.Ordinal);

    /// <summary>The columns so far.</summary>
    public List<GridColumn> Columns { get; } = [];

    /// <summary>The rows, in the order in which they came up. A row that is not in the newest columns so far is shorter; see <see cref="Finish"/>.</summary>
    public Dictionary<string, GridRowDraft>.ValueCollection Rows => _rows.Values;

    /// <summary>Puts a row there that stands for columns that are there already.</summary>
    /// <param name="row">The row.</param>
    public void Restore(GridRowDraft row) => _rows[row.Name] = row;

    /// <summary>Appends an older column. A cell of a new row is preceded by blank ones, and a row without a cell in the column gets one.</summary>
    /// <param name="column">The column.</param>
    public void Append(GridColumn column)
    {
        int index = Columns.Count;
        Columns.Add(column);
        foreach (NamedCell cell in column.Cells)
        {
            if (!_rows.TryGetValue(cell.Row, out GridRowDraft? row))
            {
                string id = cell.Cell.Detail.Id;
                _rows[cell.Row] = row = new(cell.Row, id.Length > 0 ? id : cell.Row);
            }

            row.PadTo(index);
            row.Append(cell.Cell, index, 1);
        }
    }

    /// <summary>Fills up the rows and drops those without any result.</summary>
    /// <returns>The rows in natural order of their names.</returns>
    public IReadOnlyList<GridRowDraft> Finish()
    {
        foreach (GridRowDraft row in _rows.Values)
        {
            row.PadTo(Columns.Count);
        }

        return [.. WithResults(_rows.Values).OrderBy(r => r.Name, NaturalOrder.Ascending)];
    }

    /// <summary>The rows that have a result.</summary>
    /// <param name="rows">The rows.</param>
    public static IEnumerable<GridRowDraft> WithResults(IEnumerable<GridRowDraft> rows) => rows.Where(r => r.IsFilled);
}
