using CiFeatures.Collection.Store;

namespace CiFeatures.Collection.Harvest;

/// <summary>What a body turned out to be.</summary>
/// <param name="Next">What it leads to.</param>
/// <param name="Tests">The number of tests of a grid; null where it is none.</param>
/// <param name="Runs">The number of runs of a grid; null where it is none.</param>
internal sealed record Taken(IReadOnlyList<Wanted> Next, int? Tests = null, int? Runs = null)
{
    /// <summary>Paths of stored bodies that do not go with it and are taken out.</summary>
    public IReadOnlyList<string> Withdrawn { get; init; } = [];

    /// <summary>What it names and nobody can ask for.</summary>
    public IReadOnlyList<SkippedItem> LeftOut { get; init; } = [];
}
