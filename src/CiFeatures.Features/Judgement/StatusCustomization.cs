namespace CiFeatures.Features.Judgement;

/// <summary>A job's status options and the service's switches that let them act (all off by default).</summary>
public sealed record StatusCustomization
{
    /// <summary>Statuses to ignore.</summary>
    public IgnoredStatuses Ignored { get; init; }

    /// <summary>Share of valid recent runs that may fail, in percent, for a flaky job to be acceptable; 0 = none.</summary>
    public float MaxAcceptableFlakinessPct { get; init; }

    /// <summary>How many valid recent runs a judgement needs; 0 = no limit.</summary>
    public int MinAcceptableRuns { get; init; }

    /// <summary>The switch for <see cref="MaxAcceptableFlakinessPct"/>.</summary>
    public bool AllowFuzzyFlakiness { get; init; }

    /// <summary>The switch for <see cref="Ignored"/>.</summary>
    public bool AllowIgnoredColumns { get; init; }

    /// <summary>The switch for <see cref="MinAcceptableRuns"/>.</summary>
    public bool AllowMinNumberOfRuns { get; init; }

    /// <summary>What is ignored in effect.</summary>
    internal IgnoredStatuses Effective => AllowIgnoredColumns ? Ignored : IgnoredStatuses.None;
}
