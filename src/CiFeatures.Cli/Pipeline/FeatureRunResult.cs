using CiFeatures.Features.Extraction;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Cli.Pipeline;

/// <summary>What came of computing a data set.</summary>
internal sealed record FeatureRunResult(string Folder, DataSetManifest Manifest, IReadOnlyList<ExtractionResult> Extractions, IReadOnlyList<SkippedItem> MissingFromSnapshots)
{
    /// <summary>Gets whether an answer that the snapshot holds could not be read. What was missing when the snapshot was made was told then, by its own exit code.</summary>
    public bool HasSkipped => Extractions.Any(e => e.Skipped.Count > 0);
}
