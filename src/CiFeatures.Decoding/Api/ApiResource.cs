namespace CiFeatures.Decoding.Api;

/// <summary>An entry of a list of the v1 API: a dashboard group, a dashboard or a tab.</summary>
/// <param name="Name">The published name.</param>
/// <param name="Link">Where to ask for it, relative to the API's root, such as <c>/dashboards/mydashboard</c>; empty when the answer has none.</param>
/// <param name="DashboardGroup">The group that a dashboard belongs to; null where the answer does not say.</param>
public sealed record ApiResource(string Name, string Link, string? DashboardGroup);
