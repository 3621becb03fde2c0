namespace CiFeatures.Decoding.State;

/// <summary>A dashboard of a configuration.</summary>
public sealed record StateDashboard
{
    /// <summary>The dashboard's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its jobs (tabs), in stored order.</summary>
    public IReadOnlyList<StateTab> Tabs { get; init; } = [];

    /// <summary>The job that is shown first; empty when not set.</summary>
    public string DefaultTab { get; init; } = "";

    /// <summary>What the dashboard is for; empty when not set.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether today's runs are highlighted.</summary>
    public bool HighlightToday { get; init; }

    /// <summary>Whether failing jobs are shown less loudly.</summary>
    public bool DownplayFailingTabs { get; init; }

    /// <summary>The wire bytes of fields that this record does not have.</summary>
    internal byte[] Rest { get; init; } = [];
}
