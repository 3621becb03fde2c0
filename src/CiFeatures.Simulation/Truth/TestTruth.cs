namespace CiFeatures.Simulation.Truth;

/// <summary>The truth about one test of a simulated job.</summary>
/// <remarks>Rates hold in runs without an incident. Builds are null where the thing never happens.</remarks>
public sealed record TestTruth
{
    /// <summary>The dashboard.</summary>
    public required string Dashboard { get; init; }

    /// <summary>The job.</summary>
    public required string Job { get; init; }

    /// <summary>The test's name.</summary>
    public required string Test { get; init; }

    /// <summary>What the test really is.</summary>
    public required TestClass Class { get; init; }

    /// <summary>Chance that the first attempt in a run fails (a ratio); 0 for tests that are not flaky.</summary>
    public required double FlakeRate { get; init; }

    /// <summary>Chance that a retry passes after a failed first attempt (a ratio): the cell is then FLAKY, otherwise FAIL.</summary>
    public required double RetryPassRatio { get; init; }

    /// <summary>Chance that a whole run has a result of the test (a ratio).</summary>
    public required double Presence { get; init; }

    /// <summary>The build from which on the test fails.</summary>
    public required string? RegressedBuild { get; init; }

    /// <summary>When that build started, milliseconds since 1970 UTC.</summary>
    public required long? RegressedTimeMs { get; init; }

    /// <summary>The first build in which it is fixed again.</summary>
    public required string? FixedBuild { get; init; }

    /// <summary>When that build started, milliseconds since 1970 UTC.</summary>
    public required long? FixedTimeMs { get; init; }

    /// <summary>The first build that has the test.</summary>
    public required string? NewSinceBuild { get; init; }

    /// <summary>The first build that does not have it any more.</summary>
    public required string? StaleSinceBuild { get; init; }
}
