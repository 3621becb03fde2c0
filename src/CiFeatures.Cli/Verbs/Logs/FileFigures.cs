using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>A log and its figures.</summary>
internal sealed record FileFigures(string File, LogStatistics Figures);
