using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>One test of a job with everything that decides its cells. Runs are counted from the oldest, 0.</summary>
internal sealed record TestPlan
{
    public required string Name { get; init; }

    public required TestGroup Group { get; init; }

    public required TestClass Class { get; init; }

    /// <summary>Start of the chance that belongs to this test in this job.</summary>
    public required ulong Key { get; init; }

    /// <summary>Position among the steps of a build; 0 for other groups.</summary>
    public int Step { get; init; }

    public double FlakeRate { get; init; }

    public double RetryPassRatio { get; init; }

    public double Presence { get; init; } = 1;

    public int FirstRun { get; init; }

    /// <summary>The first run without the test, or <see cref="int.MaxValue"/>.</summary>
    public int CeasedRun { get; init; } = int.MaxValue;

    public int RegressedRun { get; init; } = int.MaxValue;

    public int FixedRun { get; init; } = int.MaxValue;

    /// <summary>How often each run repeats the test; 1 for nearly all.</summary>
    public int Repeats { get; init; } = 1;

    /// <summary>Whether passing cells have a message.</summary>
    public bool Talks { get; init; }

    public double MedianSeconds { get; init; }

    public double Spread { get; init; }

    /// <summary>Whether failing runs end at a fixed time limit.</summary>
    public bool EndsAtLimit { get; init; }

    public bool ExistsIn(int run) => run >= FirstRun && run < CeasedRun;
}
