namespace CiFeatures.Features.Logs.Terms;

/// <summary>How much more a term weighs in a group of logs than in all.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">The mean weight in the group.</param>
/// <param name="Above">The mean weight in the group minus the mean weight in all logs.</param>
public sealed record TermMark(string Term, double Weight, double Above);
