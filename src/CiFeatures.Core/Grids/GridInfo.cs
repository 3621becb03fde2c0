namespace CiFeatures.Core.Grids;

/// <summary>What a table answer says about a job as a whole. Fields come and go by year; each keeps absent, null and value apart.</summary>
public sealed record GridInfo
{
    /// <summary>The test group's normalised name.</summary>
    public Published<string> TestGroupName { get; init; }

    /// <summary>The storage prefix that the service read.</summary>
    public Published<string> Query { get; init; }

    /// <summary>The service's note on the answer, such as "Served 1174 results in 0.27 seconds".</summary>
    public Published<string> ServedText { get; init; }

    /// <summary>Whether the service answered from its cache.</summary>
    public Published<bool> Cached { get; init; }

    /// <summary>The summary text.</summary>
    public Published<string> Summary { get; init; }

    /// <summary>A warning for the whole job, such as "Warning: Test results are stale."; only empty grids had one.</summary>
    public Published<string> Alerts { get; init; }

    /// <summary>The description of the job.</summary>
    public Published<string> Description { get; init; }

    /// <summary>All header names; begins with "Date", "Time" and the build header, then the custom ones.</summary>
    public IReadOnlyList<string> ColumnHeaderNames { get; init; } = [];

    /// <summary>Group of each column.</summary>
    public Published<IReadOnlyList<string>> Groups { get; init; }

    /// <summary>Names of metrics that the job has.</summary>
    public Published<IReadOnlyList<string>> Metrics { get; init; }

    /// <summary>Ids of the columns: name, U+E000, build.</summary>
    public Published<IReadOnlyList<string>> ColumnIds { get; init; }

    /// <summary>After how many empty newest columns a test counts as stale.</summary>
    public Published<int> StaleTestThreshold { get; init; }

    /// <summary>How many tests the service counted as stale.</summary>
    public Published<int> StaleTestCount { get; init; }

    /// <summary>The number of the overall status (2 pass, 3 fail, 4 flaky, 5 stale …).</summary>
    public Published<int> OverallStatus { get; init; }

    /// <summary>The newest fully green build.</summary>
    public Published<string> LatestGreen { get; init; }

    /// <summary>The bug component's number.</summary>
    public Published<int> BugComponent { get; init; }

    /// <summary>Where the code can be searched.</summary>
    public Published<string> CodeSearchPath { get; init; }

    /// <summary>The text of the results link.</summary>
    public Published<string> ResultsText { get; init; }

    /// <summary>What the service did to make the grid smaller; empty when it left no mark. Drop what it left with <see cref="JobGrid.WithoutTruncationArtefacts"/> before counting or learning.</summary>
    public IReadOnlyList<GridTruncation> Truncations { get; init; } = [];

    /// <summary>Link templates by field name, such as <c>open-test-template</c>.</summary>
    public IReadOnlyDictionary<string, LinkTemplate> LinkTemplates { get; init; } = new SortedDictionary<string, LinkTemplate>(StringComparer.Ordinal);

    /// <summary>Fields that the reader does not know or does not model, by name, as their JSON text; kept so that nothing is lost silently.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
