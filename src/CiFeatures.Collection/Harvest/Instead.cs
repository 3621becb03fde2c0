using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Harvest;

/// <summary>What follows where a body cannot be had.</summary>
/// <param name="Problem">What is told; null where it may be missing.</param>
/// <param name="Next">What is asked for instead.</param>
/// <param name="EndsAll">Whether nothing can be collected without it.</param>
internal sealed record Instead(CiFeaturesException? Problem, IReadOnlyList<Wanted> Next, bool EndsAll = false)
{
    /// <summary>What nobody can ask for.</summary>
    public IReadOnlyList<SkippedItem> LeftOut { get; init; } = [];
}
