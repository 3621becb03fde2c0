using System.Collections.ObjectModel;

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

    /// <summary>One id for each cell that is not <c>NO_RESULT</c>, newest first; empty where none are published, may be shorter.</summary>
    public IReadOnlyList<string> CellIds { get; init; } = [];

    /// <summary>Metrics in sparse code, where published in that form.</summary>
    public IReadOnlyList<RowMetric> Metrics { get; init; } = [];

    /// <summary>Names for those of <see cref="Metrics"/> that have none, by position.</summary>
    public IReadOnlyList<string> MetricNames { get; init; } = [];

    /// <summary>Fields that the reader does not model, by name, as their JSON text; kept so that nothing is lost silently.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Finds a metric by its own name or, where that is empty, by the name at its place in <see cref="MetricNames"/>.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <returns>The metric, or null when the row has none of that name.</returns>
    public RowMetric? FindMetric(string name)
    {
        for (int i = 0; i < Metrics.Count; i++)
        {
            if (MetricName(i) == name)
            {
                return Metrics[i];
            }
        }

        return null;
    }

    /// <summary>The name that holds for a metric: its own or, where that is empty, the one at its place in <see cref="MetricNames"/>.</summary>
    /// <param name="index">The place in <see cref="Metrics"/>.</param>
    /// <returns>Empty when there is no name for it.</returns>
    public string MetricName(int index)
    {
        string own = Metrics[index].Name;
        return own.Length > 0 || index >= MetricNames.Count ? own : MetricNames[index];
    }
}
