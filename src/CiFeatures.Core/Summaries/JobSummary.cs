using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Summaries;

/// <summary>What a dashboard's summary says about one job.</summary>
public sealed record JobSummary
{
    /// <summary>The job's name (the key of the entry).</summary>
    public required string Job { get; init; }

    /// <summary>The alert text; empty when there is none.</summary>
    public Published<string> Alert { get; init; }

    /// <summary>Start of the newest run, milliseconds since 1970 UTC whatever the unit published; null when the answer has 0 or nothing.</summary>
    public long? LastRunTimeMs { get; init; }

    /// <summary>When the summary was made, milliseconds since 1970 UTC (published in seconds); null when 0 or absent.</summary>
    public long? LastUpdateTimeMs { get; init; }

    /// <summary>The newest fully green build, or the text "no recent greens".</summary>
    public Published<string> LatestGreen { get; init; }

    /// <summary>The overall status, such as FLAKY; an empty text is kept as such.</summary>
    public Published<string> OverallStatus { get; init; }

    /// <summary>The icon of the overall status.</summary>
    public Published<string> OverallStatusIcon { get; init; }

    /// <summary>The status text, such as "4 of 10 (40.0%) recent columns passed (3735 of 3747 or 99.7% cells)".</summary>
    public Published<string> StatusText { get; init; }

    /// <summary>The alerts of the job's tests.</summary>
    public IReadOnlyList<SummaryAlert> Alerts { get; init; } = [];

    /// <summary>The dashboard that the entry names; absent in some answers.</summary>
    public Published<string> DashboardName { get; init; }

    /// <summary>The service's healthiness block as JSON text, where published.</summary>
    public Published<string> Healthiness { get; init; }

    /// <summary>The address for bugs, where published.</summary>
    public Published<string> BugUrl { get; init; }

    /// <summary>Fields that the reader does not model, by name, as their JSON text.</summary>
    public IReadOnlyDictionary<string, string> OtherFields { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);
}
