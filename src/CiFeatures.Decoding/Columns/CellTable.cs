namespace CiFeatures.Decoding.Columns;

/// <summary>Gathers the cells of a column by the names of their rows.</summary>
internal sealed class CellTable
{
    private readonly Dictionary<string, List<ColumnCell>> _cells = new(StringComparer.Ordinal);

    /// <summary>Whether a cell fulfils a condition.</summary>
    /// <param name="condition">The condition.</param>
    public bool Any(Func<ColumnCell, bool> condition) => _cells.Values.Any(list => list.Any(condition));

    /// <summary>Adds a cell after those of the same name.</summary>
    /// <param name="row">The row's name.</param>
    /// <param name="cell">The cell.</param>
    public void Add(string row, ColumnCell cell) => At(row).Add(cell);

    /// <summary>Adds a cell before those of the same name.</summary>
    /// <param name="row">The row's name.</param>
    /// <param name="cell">The cell.</param>
    public void AddFirst(string row, ColumnCell cell) => At(row).Insert(0, cell);

    /// <summary>One cell for each name.</summary>
    /// <param name="pick">Makes it of the name's cells.</param>
    public NamedCell[] Single(Func<IReadOnlyList<ColumnCell>, ColumnCell> pick) => [.. _cells.Select(c => new NamedCell(c.Key, pick(c.Value)))];

    /// <summary>A name of its own for each cell.</summary>
    /// <returns>The cells. A made-up name that another row has goes to the other row.</returns>
    public NamedCell[] Split()
    {
        Dictionary<string, ColumnCell> split = _cells.ToDictionary(c => c.Key, c => c.Value[0], StringComparer.Ordinal);
        foreach (string row in _cells.Where(c => c.Value.Count > 1).Select(c => c.Key).Order(StringComparer.Ordinal))
        {
            foreach (NamedCell cell in CellSplit.Split(row, _cells[row]))
            {
                split.TryAdd(cell.Row, cell.Cell);
            }
        }

        return [.. split.Select(c => new NamedCell(c.Key, c.Value))];
    }

    private List<ColumnCell> At(string row)
    {
        if (!_cells.TryGetValue(row, out List<ColumnCell>? list))
        {
            _cells[row] = list = new(1);
        }

        return list;
    }
}
