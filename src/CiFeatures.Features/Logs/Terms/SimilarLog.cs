namespace CiFeatures.Features.Logs.Terms;

/// <summary>How alike two logs are.</summary>
/// <param name="Log">The log.</param>
/// <param name="Other">The other log.</param>
/// <param name="Cosine">Cosine of the two logs' weights: 1 for the same terms in the same shares, 0 for no common term.</param>
public sealed record SimilarLog(string Log, string Other, double Cosine);
