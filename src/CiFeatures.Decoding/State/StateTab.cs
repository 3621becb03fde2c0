namespace CiFeatures.Decoding.State;

/// <summary>A job (tab) of a dashboard, as configured. 0 and the empty text mean that a setting is not set.</summary>
public sealed record StateTab
{
    /// <summary>The job's name.</summary>
    public required string Name { get; init; }

    /// <summary>The test group whose results it shows; several jobs may show one group.</summary>
    public string TestGroup { get; init; } = "";

    /// <summary>Options of its view as a query; only the row filters of them change results (see <see cref="TabFilter"/>).</summary>
    public string BaseOptions { get; init; } = "";

    /// <summary>How many columns are recent; where 0 the test group's number holds, and then 5.</summary>
    public int ColumnsRecent { get; init; }

    /// <summary>What the job is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The address of its open bugs.</summary>
    public string OpenBugUrl { get; init; } = "";

    /// <summary>Share of failing cells, 0 to 1, above which a column is broken.</summary>
    public float BrokenColumnThreshold { get; init; }

    /// <summary>After how many hours results are stale; null when the job has no alert options, then it never is.</summary>
    public int? StaleResultsHours { get; init; }

    /// <summary>Failures that open an alert, where the service takes this from jobs; null when the job has no alert options.</summary>
    public int? FailuresToAlert { get; init; }

    /// <summary>Passes that close an alert, where the service takes this from jobs; null when the job has no alert options.</summary>
    public int? PassesToDisableAlert { get; init; }

    /// <summary>Whether flakiness is analysed.</summary>
    public bool AnalyseHealth { get; init; }

    /// <summary>Days that the flakiness analysis looks back; 0 = 7.</summary>
    public int HealthDays { get; init; }

    /// <summary>Flakiness, percent, up to which the job is acceptable.</summary>
    public float MaxAcceptableFlakinessPct { get; init; }

    /// <summary>How many valid runs the job needs before it is judged.</summary>
    public int MinAcceptableRuns { get; init; }

    /// <summary>Numbers of the ignored statuses: 1 categorized abort, 2 unknown, 3 cancel, 4 blocked. These are not cell statuses.</summary>
    public IReadOnlyList<int> IgnoredStatuses { get; init; } = [];

    /// <summary>The wire bytes of fields that this record does not have.</summary>
    internal byte[] Rest { get; init; } = [];
}
