using CiFeatures.Simulation.Truth;

namespace CiFeatures.Simulation.Model;

/// <summary>One run of a job, as it is decided before its cells.</summary>
internal sealed class RunPlan
{
    public required string Build { get; init; }

    public required long StartMs { get; init; }

    /// <summary>The time that answers publish; 0 where it is missing.</summary>
    public required long PublishedMs { get; init; }

    public required long DurationMs { get; init; }

    public required IncidentKind Incident { get; init; }

    /// <summary>Share of the tests that a cut run still has, or that a mass failure makes fail.</summary>
    public required double Reach { get; init; }

    /// <summary>Factor on small chances of failure in this run; 1 on average over the job's runs.</summary>
    public required double StressFactor { get; init; }

    /// <summary>The values under the custom headers.</summary>
    public required IReadOnlyList<string> Extra { get; init; }

    /// <summary>Tests that the incident touched; counted while cells are made.</summary>
    public int Affected { get; set; }

    public bool EndedBy(long timeMs) => StartMs + DurationMs <= timeMs;
}
