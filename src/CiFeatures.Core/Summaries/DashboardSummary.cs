namespace CiFeatures.Core.Summaries;

/// <summary>The summary answer of a dashboard: one entry for each job that it lists.</summary>
/// <param name="Dashboard">The dashboard the answer was asked for.</param>
/// <param name="Jobs">The jobs in published order.</param>
public sealed record DashboardSummary(string Dashboard, IReadOnlyList<JobSummary> Jobs);
