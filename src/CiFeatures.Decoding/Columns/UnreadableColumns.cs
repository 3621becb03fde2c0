using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>
/// Makes columns of builds that cannot be read. They have no start of their own: each gets that of the last good column before it and a hundredth of a
/// millisecond for each failure since, so that it stays in its place.
/// </summary>
/// <param name="headings">How many custom headers there are.</param>
internal sealed class UnreadableColumns(int headings)
{
    private const double StepMs = 0.01;

    private IReadOnlyList<string> _extra = [.. Enumerable.Repeat("", headings)];
    private double _startedMs;
    private int _failures;

    /// <summary>Says that a column was read; columns come oldest first.</summary>
    /// <param name="column">The column.</param>
    public void Follow(GridColumn column)
    {
        _extra = column.Extra;
        _startedMs = column.StartedMs;
        _failures = 0;
    }

    /// <summary>Makes the column of a build that cannot be read.</summary>
    /// <param name="id">The build's id.</param>
    /// <param name="reason">Why.</param>
    /// <param name="message">What to say about it.</param>
    public GridColumn Make(string id, UnreadableBuild reason, string message)
    {
        _failures++;
        CellStatus status = reason switch
        {
            UnreadableBuild.TooOld => CellStatus.Unknown,
            UnreadableBuild.NoStart => CellStatus.Running,
            _ => CellStatus.ToolFail,
        };
        return new()
        {
            Build = id,
            Hint = id,
            StartedMs = _startedMs + (StepMs * _failures),
            Extra = _extra,
            Cells = [new(BuildCells.OverallRow, new(status, null, new() { Message = message }))],
        };
    }
}
