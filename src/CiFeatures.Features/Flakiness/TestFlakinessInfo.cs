namespace CiFeatures.Features.Flakiness;

/// <summary>The flakiness of one test in a window (TestGrid's <c>TestInfo</c>).</summary>
public sealed record TestFlakinessInfo
{
    /// <summary>The test's name.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>Passing and failing cells without infrastructure failures; flaky cells are not in it.</summary>
    public int TotalNonInfraRuns { get; init; }

    /// <summary>Passing cells.</summary>
    public int PassedNonInfraRuns { get; init; }

    /// <summary>Failing cells that are not infrastructure failures.</summary>
    public int FailedNonInfraRuns { get; init; }

    /// <summary>Infrastructure failures.</summary>
    public int FailedInfraRuns { get; init; }

    /// <summary><see cref="TotalNonInfraRuns"/> and <see cref="FailedInfraRuns"/> together.</summary>
    public int TotalRunsWithInfra { get; init; }

    /// <summary>Flakiness in percent, 0 to 100.</summary>
    public float FlakinessPct { get; init; }

    /// <summary>The change from the window before.</summary>
    public Trend ChangeFromLastInterval { get; init; }

    /// <summary>Flakiness in the window before; empty when the test was not in it.</summary>
    public IReadOnlyList<float> PreviousFlakinessPct { get; init; } = [];

    /// <summary>Infrastructure failures by message.</summary>
    public IReadOnlyDictionary<string, int> InfraFailures { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, int>.Empty;
}
