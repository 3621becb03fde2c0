namespace CiFeatures.Decoding.State;

/// <summary>A group of dashboards.</summary>
public sealed record StateDashboardGroup
{
    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>Names of its dashboards.</summary>
    public IReadOnlyList<string> Dashboards { get; init; } = [];

    /// <summary>What the group is for; empty when not set.</summary>
    public string Description { get; init; } = "";

    /// <summary>The wire bytes of fields that this record does not have.</summary>
    internal byte[] Rest { get; init; } = [];
}
