namespace CiFeatures.Decoding.Api;

/// <summary>A dashboard group as an instance is configured.</summary>
/// <param name="Name">The name.</param>
/// <param name="Dashboards">The names of its dashboards, which need not all be configured.</param>
public sealed record ApiGroup(string Name, IReadOnlyList<string> Dashboards);
