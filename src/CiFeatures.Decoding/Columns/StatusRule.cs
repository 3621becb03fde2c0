using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>Gives a case another status when all comparisons hold; a rule without comparisons always holds (TestGrid's custom evaluators).</summary>
/// <param name="Status">The status that such a case gets.</param>
/// <param name="Comparisons">What has to hold.</param>
public sealed record StatusRule(CellStatus Status, IReadOnlyList<StatusComparison> Comparisons);
