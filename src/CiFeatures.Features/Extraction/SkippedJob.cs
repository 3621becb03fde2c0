using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Extraction;

/// <summary>An answer that could not be read.</summary>
/// <param name="Key">The dashboard and job; the job is empty for a summary.</param>
/// <param name="Code">The error's code.</param>
/// <param name="Place">Where: the file and the position in it.</param>
/// <param name="Reason">Why.</param>
public sealed record SkippedJob(JobKey Key, string Code, string Place, string Reason);
