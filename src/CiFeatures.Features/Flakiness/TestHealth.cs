namespace CiFeatures.Features.Flakiness;

/// <summary>What was counted for one test in a time window (the <c>GridMetrics</c> of TestGrid's analyzers).</summary>
public sealed record TestHealth
{
    /// <summary>The test's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Passing cells.</summary>
    public int Passed { get; init; }

    /// <summary>Failing cells that are not infrastructure failures.</summary>
    public int Failed { get; init; }

    /// <summary>Flaky cells.</summary>
    public int FlakyCount { get; init; }

    /// <summary>Mean share of failures inside the flaky cells, in percent: 50 each, since a cell does not say; 0 without flaky cells.</summary>
    public float AverageFlakinessPct { get; init; }

    /// <summary>Failing cells whose message is a single word.</summary>
    public int FailedInfraCount { get; init; }

    /// <summary>Infrastructure failures by message.</summary>
    public IReadOnlyDictionary<string, int> InfraFailures { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, int>.Empty;
}
