using CiFeatures.Core.Summaries;
using CiFeatures.Features.Flakiness;

namespace CiFeatures.Features.Judgement;

/// <summary>The summary of a job, recomputed (TestGrid's <c>DashboardTabSummary</c>).</summary>
public sealed record TabSummary
{
    /// <summary>The job's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The staleness text; empty = fresh.</summary>
    public string Alert { get; init; } = "";

    /// <summary>Open alerts.</summary>
    public IReadOnlyList<FailingTestSummary> FailingTests { get; init; } = [];

    /// <summary>When the results were last written, whole seconds since 1970 UTC; 0 when not known, as published.</summary>
    public long LastUpdateSeconds { get; init; }

    /// <summary>Start of the newest run, whole seconds since 1970 UTC; 0 when not known, as published.</summary>
    public long LastRunSeconds { get; init; }

    /// <summary>The status text, with its prefix.</summary>
    public string Status { get; init; } = "";

    /// <summary>The overall status.</summary>
    public TabStatus OverallStatus { get; init; }

    /// <summary>The newest green build, or "no recent greens".</summary>
    public string LatestGreen { get; init; } = "";

    /// <summary>The address of the job's open bugs.</summary>
    public string BugUrl { get; init; } = "";

    /// <summary>Flakiness; null when it is not analysed.</summary>
    public Healthiness? Healthiness { get; init; }

    /// <summary>All issues linked to any row, each once.</summary>
    public IReadOnlyList<string> LinkedIssues { get; init; } = [];

    /// <summary>The counts over the recent columns.</summary>
    public GridMetrics Metrics { get; init; }
}
