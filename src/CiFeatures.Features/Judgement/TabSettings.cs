namespace CiFeatures.Features.Judgement;

/// <summary>What the configuration of a job (tab) and its test group says that the summary depends on.</summary>
public sealed record TabSettings
{
    /// <summary>The job's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The job's number of recent columns; 0 = not set.</summary>
    public int RecentColumns { get; init; }

    /// <summary>The test group's number of recent columns; 0 = not set.</summary>
    public int GroupRecentColumns { get; init; }

    /// <summary>The job's <c>alert_stale_results_hours</c>; null when it has no alert options.</summary>
    public int? StaleResultsHours { get; init; }

    /// <summary>Share of failing cells, 0 to 1, above which a column is broken; 0 = never.</summary>
    public float BrokenColumnThreshold { get; init; }

    /// <summary>Whether the first custom header (the commit) stands for the build id.</summary>
    public bool UseCommitAsBuildId { get; init; }

    /// <summary>Whether flakiness is analysed.</summary>
    public bool AnalyseHealth { get; init; }

    /// <summary>Days that the flakiness analysis looks back; 0 = 7.</summary>
    public int HealthDays { get; init; }

    /// <summary>The address of the job's open bugs.</summary>
    public string BugUrl { get; init; } = "";

    /// <summary>Status options and switches.</summary>
    public StatusCustomization Status { get; init; } = new();
}
