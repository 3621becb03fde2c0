namespace CiFeatures.Features.Extraction;

/// <summary>How far an extraction has come.</summary>
/// <param name="JobsDone">Jobs finished.</param>
/// <param name="JobsTotal">Jobs of the snapshot that were asked for.</param>
/// <param name="Dashboard">The dashboard being worked on.</param>
public readonly record struct ExtractionProgress(int JobsDone, int JobsTotal, string Dashboard);
