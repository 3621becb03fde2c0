using CiFeatures.Features.Extraction;
using CiFeatures.Formats.DataSets;

namespace CiFeatures.Cli.Pipeline;

/// <summary>What came of computing a data set.</summary>
internal sealed record FeatureRunResult(string Folder, DataSetManifest Manifest, IReadOnlyList<ExtractionResult> Extractions)
{
    public bool HasSkipped => Extractions.Any(e => e.Skipped.Count > 0);
}
