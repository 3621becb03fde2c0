namespace CiFeatures.Simulation.Model;

/// <summary>One job with its whole history: runs oldest first, tests, and what is odd about its answers.</summary>
internal sealed class JobPlan
{
    public required string Dashboard { get; init; }

    public required string Job { get; init; }

    public required ulong Key { get; init; }

    public required JobProfile Profile { get; init; }

    public required JobOddities Oddities { get; init; }

    public required RunPlan[] Runs { get; init; }

    public required TestPlan[] Tests { get; init; }

    /// <summary>How far back an answer shows runs.</summary>
    public required long WindowMs { get; init; }

    public required int MostColumns { get; init; }

    public required double BarrenRunShare { get; init; }

    public required double MassFailureShare { get; init; }
}
