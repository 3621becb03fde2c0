using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Judgement;

/// <summary>How a job's grid is judged. The defaults are those of the OpenShift and Kubernetes dashboards.</summary>
public sealed record JudgementOptions
{
    /// <summary>The number of recent columns where neither options nor answer say.</summary>
    public const int DefaultRecentColumns = StaleRule.DefaultRecentRuns;

    /// <summary>The number of recent columns; null = the answer's <c>stale-test-threshold</c> where that is above 0, else <see cref="DefaultRecentColumns"/>.</summary>
    /// <value>Default null.</value>
    public int? RecentColumns { get; init; }

    /// <summary>When alerts open and close.</summary>
    /// <value>Default 3 failures and 1 pass: with these the rows with an alert are those that the service published for OpenShift 4.7 and 4.8.</value>
    public AlertSettings Alerts { get; init; } = new();

    /// <summary>Share of failing cells, 0 to 1, above which a column is broken; 0 = never.</summary>
    /// <value>Default 0.</value>
    public float BrokenColumnThreshold { get; init; }

    /// <summary>Which rows count; null = all. A summary is computed over the rows that the job's <c>base_options</c> leave, a table answer lists all of them and does not say the filter.</summary>
    /// <value>Default null. <see cref="RowFilter.OpenShift"/> reproduces the published figures of the OpenShift release dashboards.</value>
    public RowFilter? Rows { get; init; }

    /// <summary>Status options and switches.</summary>
    /// <value>Default: nothing ignored, all switches off.</value>
    public StatusCustomization Status { get; init; } = new();

    /// <summary>Age after which a job is stale, measured to <see cref="Now"/>; zero = never.</summary>
    /// <value>Default zero, since a table answer does not say it.</value>
    public TimeSpan StaleAfter { get; init; }

    /// <summary>The moment that staleness is measured to, such as the snapshot's time. Needed where <see cref="StaleAfter"/> is not zero.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>When the results were last written; null = at the newest run.</summary>
    public DateTimeOffset? Modified { get; init; }
}
