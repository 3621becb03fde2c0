using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <summary>A sum and how many values went into it.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="Count">How many values; absent ones do not count.</param>
public readonly record struct MeanOf(double Sum, long Count)
{
    /// <summary>The mean; null when there is no value.</summary>
    public double? Value => Ratio.Of(Sum, Count);
}
