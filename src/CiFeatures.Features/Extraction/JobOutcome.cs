using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Extraction;

/// <summary>What came of one job.</summary>
internal sealed record JobOutcome(JobKey Key, JobGrid? Grid, IReadOnlyList<FeatureTable> Pieces, IReadOnlyList<DecodeIssue> Issues, CiFeaturesException? Skipped);
