namespace CiFeatures.Features.Logs.Terms;

/// <summary>A division of logs into groups.</summary>
/// <param name="Clusters">The groups, the largest first.</param>
/// <param name="Inertia">Sum of squared distances of the logs to their group's centre.</param>
/// <param name="Silhouette">Mean silhouette (Rousseeuw 1987) with Euclidean distances; null with one group.</param>
public sealed record LogClustering(IReadOnlyList<LogCluster> Clusters, double Inertia, double? Silhouette);
