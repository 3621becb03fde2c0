namespace CiFeatures.Features.Judgement;

/// <summary>The stored state of a job.</summary>
/// <param name="Grid">Its grid.</param>
/// <param name="Modified">When it was last written; null = never.</param>
public sealed record TabState(JudgedGrid Grid, DateTimeOffset? Modified);
