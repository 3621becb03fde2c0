namespace CiFeatures.Decoding.State;

/// <summary>The configuration of a TestGrid instance: what a collector needs of it. Everything else is kept and written back.</summary>
public sealed record StateConfig
{
    /// <summary>Groups of dashboards, in stored order.</summary>
    public IReadOnlyList<StateDashboardGroup> DashboardGroups { get; init; } = [];

    /// <summary>Dashboards, in stored order.</summary>
    public IReadOnlyList<StateDashboard> Dashboards { get; init; } = [];

    /// <summary>Test groups, in stored order.</summary>
    public IReadOnlyList<StateTestGroup> TestGroups { get; init; } = [];

    /// <summary>The wire bytes of fields that this record does not have.</summary>
    internal byte[] Rest { get; init; } = [];
}
