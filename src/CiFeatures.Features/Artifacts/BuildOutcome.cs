using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Artifacts;

/// <summary>What came of one build.</summary>
internal sealed record BuildOutcome(BuildKey Key, IReadOnlyList<FeatureTable> Pieces, IReadOnlyList<DecodeIssue> Issues, IReadOnlyList<CiFeaturesException> Skipped);
