using CiFeatures.Features.Judgement;

namespace CiFeatures.Features.Extraction;

/// <summary>What is computed, and with which parameters.</summary>
public sealed record FeatureOptions
{
    /// <summary>Parameters of TestGrid's own judgement.</summary>
    public JudgementOptions Judgement { get; init; } = new();

    /// <summary>Whether the large table <c>cells</c> is made as well.</summary>
    /// <value>Default: false.</value>
    public bool WithCells { get; init; }

    /// <summary>Whether every table begins with the id of the snapshot; needed when rows of several snapshots stand together.</summary>
    /// <value>Default: false.</value>
    public bool WithSnapshotColumn { get; init; }

    /// <summary>How many jobs are worked on at a time; the output does not depend on it.</summary>
    /// <value>Default: 1.</value>
    public int Threads { get; init; } = 1;

    /// <summary>Which dashboards are taken; null = all.</summary>
    public Func<string, bool>? DashboardFilter { get; init; }

    /// <summary>Which jobs are taken; null = all.</summary>
    public Func<string, bool>? JobFilter { get; init; }
}
