namespace CiFeatures.Features.Logs.Failures;

/// <summary>A line that may be reported, or that stands near one.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text.</param>
/// <param name="Features">Its features but for <see cref="LineFeature.Late"/>.</param>
/// <param name="IsCandidate">Whether it may be reported; else it is context.</param>
internal sealed record KeptLine(long Number, string Text, ulong Features, bool IsCandidate);
