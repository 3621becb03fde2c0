namespace CiFeatures.Simulation.Truth;

/// <summary>The truth about one run of a simulated job.</summary>
public sealed record RunTruth
{
    /// <summary>The dashboard.</summary>
    public required string Dashboard { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>The build's id.</summary>
    public required string Build { get; init; }

    /// <summary>When the run started, milliseconds since 1970 UTC.</summary>
    public required long RunTimeMs { get; init; }

    /// <summary>The time that answers publish, milliseconds since 1970 UTC; 0 where it is missing there.</summary>
    public required long PublishedTimeMs { get; init; }

    /// <summary>How long the run took, in minutes.</summary>
    public required double DurationMinutes { get; init; }

    /// <summary>What went wrong with the run as a whole.</summary>
    public required IncidentKind Incident { get; init; }

    /// <summary>Tests that the incident made fail or left without a result; 0 without an incident.</summary>
    public required int AffectedTests { get; init; }
}
