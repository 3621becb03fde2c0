namespace CiFeatures.Features.Logs.Terms;

/// <summary>A group of logs that have the same to say.</summary>
/// <param name="Members">The logs' positions in <see cref="TermMatrix.Logs"/>, the nearest to the centre first.</param>
/// <param name="Marks">The terms that set the group apart, the strongest first: mean weight in the group minus mean weight in all logs.</param>
public sealed record LogCluster(IReadOnlyList<int> Members, IReadOnlyList<TermMark> Marks);
