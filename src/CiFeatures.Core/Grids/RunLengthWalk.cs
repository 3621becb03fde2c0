namespace CiFeatures.Core.Grids;

/// <summary>Walks the cells of a run-length code one by one (TestGrid's <c>result.Iter</c>).</summary>
/// <remarks>After the end <see cref="MoveNext"/> stays false and <see cref="Current"/> is <see cref="CellStatus.NoResult"/>.</remarks>
public ref struct RunLengthWalk
{
    private ReadOnlySpan<StatusRun> _runs;
    private int _left;

    internal RunLengthWalk(ReadOnlySpan<StatusRun> runs)
    {
        _runs = runs;
        _left = 0;
        Current = CellStatus.NoResult;
    }

    /// <summary>The status of the cell that the walk stands on; <see cref="CellStatus.NoResult"/> before the first and after the last.</summary>
    public CellStatus Current { get; private set; }

    /// <summary>Lets the walk be used in <c>foreach</c>.</summary>
    public readonly RunLengthWalk GetEnumerator() => this;

    /// <summary>Goes to the next cell.</summary>
    /// <returns>Whether there was one.</returns>
    public bool MoveNext()
    {
        while (_left == 0)
        {
            if (_runs.IsEmpty)
            {
                Current = CellStatus.NoResult;
                return false;
            }

            Current = (CellStatus)RunLength.ToCode(_runs[0].Value);
            _left = Math.Max(_runs[0].Count, 0);
            _runs = _runs[1..];
        }

        _left--;
        return true;
    }
}
