namespace CiFeatures.Core.Grids;

/// <summary>Walks the cells of a row, newest first, and keeps the row's compact lists tied to the cells they belong to.</summary>
/// <remarks>Messages, short texts, user properties and cell ids have one entry for each cell that is not <c>NO_RESULT</c>, running cells included.</remarks>
public ref struct CellCursor
{
    private readonly TestRow _row;
    private readonly ReadOnlySpan<byte> _statuses;
    private int _run;
    private int _filled;

    /// <summary>Starts before the newest cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="statuses">Its status codes, newest first.</param>
    public CellCursor(TestRow row, ReadOnlySpan<byte> statuses)
    {
        _row = row;
        _statuses = statuses;
        _run = -1;
        _filled = 0;
    }

    /// <summary>The cell that the cursor stands on; valid after <see cref="MoveNext"/> gave true.</summary>
    public readonly GridCell Current
    {
        get
        {
            CellStatus status = (CellStatus)_statuses[_run];
            return new(_row, _run, status, status == CellStatus.NoResult ? -1 : _filled - 1);
        }
    }

    /// <summary>Lets the cursor be used in <c>foreach</c>.</summary>
    public readonly CellCursor GetEnumerator() => this;

    /// <summary>Goes to the next older cell.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext()
    {
        if (_run + 1 >= _statuses.Length)
        {
            return false;
        }

        _run++;
        if (_statuses[_run] != (byte)CellStatus.NoResult)
        {
            _filled++;
        }

        return true;
    }
}
