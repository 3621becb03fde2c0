namespace CiFeatures.Simulation.Answers;

/// <summary>Names one simulated answer.</summary>
/// <param name="Dashboard">The dashboard's name as published; it may hold characters that are not safe in a file name.</param>
/// <param name="Job">The job's name as published, or null for the dashboard's summary.</param>
public readonly record struct SimulatedAnswer(string Dashboard, string? Job)
{
    /// <summary>Rows of a table answer; null for a summary.</summary>
    public int? Tests { get; init; }

    /// <summary>Columns of a table answer; null for a summary.</summary>
    public int? Runs { get; init; }

    /// <summary>Whether this is the dashboard's summary.</summary>
    public bool IsSummary => Job is null;

    /// <summary>The unescaped parts of the path below the answers' root: dashboard, <c>summary.json</c>; or dashboard, <c>table</c>, job with <c>.json</c>.</summary>
    public IReadOnlyList<string> PathParts => Job is null ? [Dashboard, "summary.json"] : [Dashboard, "table", Job + ".json"];
}
