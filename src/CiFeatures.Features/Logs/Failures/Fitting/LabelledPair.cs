namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>A failing log with a passing one of the same job, and the lines of the failing one that people marked as its reason.</summary>
/// <param name="Group">The folder that the pair is in.</param>
/// <param name="Name">The folder of the pair.</param>
/// <param name="Failing">Decompressed bytes.</param>
/// <param name="Passing">Decompressed bytes.</param>
/// <param name="Wanted">Numbers of the lines that explain the failure, from 1.</param>
/// <param name="Neutral">Numbers of lines that are neither wanted nor wrong.</param>
internal sealed record LabelledPair(string Group, string Name, byte[] Failing, byte[] Passing, IReadOnlySet<long> Wanted, IReadOnlySet<long> Neutral);
