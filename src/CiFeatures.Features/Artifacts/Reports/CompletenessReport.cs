namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>Which files builds have at their top level and below <c>artifacts/</c>.</summary>
/// <param name="Builds">All builds that were looked at.</param>
/// <param name="CountsParent">Whether the link to the folder above was counted as an entry, as the second AI4CI notebook did.</param>
/// <param name="Top">The build's own folder.</param>
/// <param name="Artifacts">The folder <c>artifacts/</c>.</param>
public sealed record CompletenessReport(long Builds, bool CountsParent, FolderCompleteness Top, FolderCompleteness Artifacts);
