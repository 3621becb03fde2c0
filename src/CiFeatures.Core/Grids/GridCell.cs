namespace CiFeatures.Core.Grids;

/// <summary>One cell of a row with all that the row's lists say about it.</summary>
/// <remarks>The lists of a row have entries for its filled cells only; a list that is too short gives empty text.</remarks>
public readonly struct GridCell
{
    private readonly TestRow _row;

    internal GridCell(TestRow row, int run, CellStatus status, int filledIndex)
    {
        _row = row;
        Run = run;
        Status = status;
        FilledIndex = filledIndex;
    }

    /// <summary>The run (column), 0 = newest.</summary>
    public int Run { get; }

    /// <summary>The status.</summary>
    public CellStatus Status { get; }

    /// <summary>How many filled cells lie before this one; −1 for a cell that is <see cref="CellStatus.NoResult"/>.</summary>
    public int FilledIndex { get; }

    /// <summary>Whether the cell has a result, a running one included.</summary>
    public bool IsFilled => FilledIndex >= 0;

    /// <summary>The message; empty when there is none.</summary>
    public string Message => At(_row.Messages);

    /// <summary>The short text (icon); empty when there is none.</summary>
    public string ShortText => At(_row.ShortTexts);

    /// <summary>The user property; empty when there is none or none was published.</summary>
    public string UserProperty => _row.UserProperties.ValueOrDefault() is { } list ? At(list) : "";

    /// <summary>The cell's id; empty when there is none.</summary>
    public string CellId => At(_row.CellIds);

    /// <summary>The duration in minutes; NaN when absent. It belongs to the run, so a blank cell may have one.</summary>
    public float DurationMinutes => _row.DurationMinutes is { } minutes && Run < minutes.Length ? minutes[Run] : float.NaN;

    /// <summary>The value of a metric; NaN when absent. It belongs to the run, so a blank cell may have one.</summary>
    /// <param name="name">The metric's name.</param>
    public double Metric(string name) => _row.FindMetric(name)?.At(Run) ?? double.NaN;

    private string At(IReadOnlyList<string> list) => FilledIndex >= 0 && FilledIndex < list.Count ? list[FilledIndex] : "";
}
