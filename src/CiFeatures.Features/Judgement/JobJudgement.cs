using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Features.Judgement;

/// <summary>TestGrid's judgement of one job, recomputed from its grid.</summary>
public sealed record JobJudgement
{
    /// <summary>The dashboard and job.</summary>
    public required JobKey Key { get; init; }

    /// <summary>How many of the newest columns counted as recent.</summary>
    public required int RecentColumns { get; init; }

    /// <summary>Counts over the recent columns and the rows that are neither stale nor methods nor filtered out.</summary>
    public required GridMetrics Metrics { get; init; }

    /// <summary>Whether a recent column is broken.</summary>
    public required bool Broken { get; init; }

    /// <summary>Whether each row is stale, in the order of the grid's rows.</summary>
    public required IReadOnlyList<bool> StaleRows { get; init; }

    /// <summary>How many rows are stale.</summary>
    public required int StaleTests { get; init; }

    /// <summary>The overall status.</summary>
    public required TabStatus OverallStatus { get; init; }

    /// <summary>The overall status as published, such as <c>FLAKY</c>; empty for unknown.</summary>
    public string OverallStatusName => TabStatuses.Name(OverallStatus);

    /// <summary>The staleness text; empty = fresh.</summary>
    public required string StaleAlert { get; init; }

    /// <summary>The status text without a prefix, as servers wrote it until 2021.</summary>
    public required string StatusText { get; init; }

    /// <summary>The status text with the prefix "Tab stats: ".</summary>
    public required string StatusTextWithPrefix { get; init; }

    /// <summary>Index of the newest green column; null when none is green.</summary>
    public required int? LatestGreenRun { get; init; }

    /// <summary>The newest green build, or "no recent greens".</summary>
    public required string LatestGreen { get; init; }

    /// <summary>Start of the newest run; null when there is none or it is not known.</summary>
    public required DateTimeOffset? LatestRun { get; init; }

    /// <summary>The alert of each row, in the order of the grid's rows; null = none. Stale rows are scanned too, as the service does for its tables.</summary>
    public required IReadOnlyList<AlertInfo?> Alerts { get; init; }

    /// <summary>How many rows that are neither stale nor methods nor filtered out have an alert; these make the job failing and are what a summary lists.</summary>
    public required int OpenAlerts { get; init; }
}
