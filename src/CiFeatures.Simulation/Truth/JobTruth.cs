namespace CiFeatures.Simulation.Truth;

/// <summary>The truth about a simulated job.</summary>
public sealed record JobTruth
{
    /// <summary>The dashboard.</summary>
    public required string Dashboard { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>The sort of job: conformance, upgrade, install, suite.</summary>
    public required string Profile { get; init; }

    /// <summary>Tests, in any snapshot.</summary>
    public required int Tests { get; init; }

    /// <summary>Runs, in any snapshot.</summary>
    public required int Runs { get; init; }

    /// <summary>Chance that a run has no cluster (a ratio).</summary>
    public required double BarrenRunShare { get; init; }

    /// <summary>Chance that a run fails in a block (a ratio).</summary>
    public required double MassFailureShare { get; init; }

    /// <summary>Whether a table answer is published.</summary>
    public required bool HasTable { get; init; }

    /// <summary>Oddities of the whole answer, such as <c>empty-answer</c>, parted by blanks; empty when it is regular.</summary>
    public required string Oddities { get; init; }
}
