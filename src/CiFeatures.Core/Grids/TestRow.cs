namespace CiFeatures.Core.Grids;

/// <summary>A test (row) of a grid, without its cells; those are in <see cref="JobGrid"/>.</summary>
public sealed record TestRow
{
    /// <summary>The row's name, kept with outer and double blanks as published.</summary>
    public required string Name { get; init; }

    /// <summary>The name before TestGrid's renaming; absent in some answers.</summary>
    public Published<string> OriginalName { get; init; }

    /// <summary>The target; differs from the name in some rows.</summary>
    public Published<string> Target { get; init; }

    /// <summary>The row's id from <c>row_ids</c>; empty when none was given.</summary>
    public string Id { get; init; } = "";

    /// <summary>The alert, or null when the row has none.</summary>
    public RowAlert? Alert { get; init; }

    /// <summary>Bugs linked to the row.</summary>
    public IReadOnlyList<string> LinkedBugs { get; init; } = [];

    /// <summary>One message for each cell that is not <c>NO_RESULT</c>, newest first; may be shorter, then the rest is empty.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>One short text (icon) for each cell that is not <c>NO_RESULT</c>, newest first; may be shorter, then the rest is empty.</summary>
    public IReadOnlyList<string> ShortTexts { get; init; } = [];

    /// <summary>One user property for each cell that is not <c>NO_RESULT</c>, where published.</summary>
    public Published<IReadOnlyList<string>> UserProperties { get; init; }

    /// <summary>Duration of each run in minutes, one value for each column, NaN = absent; null when the answer has no durations for the row.</summary>
    public float[]? DurationMinutes { get; init; }
}
