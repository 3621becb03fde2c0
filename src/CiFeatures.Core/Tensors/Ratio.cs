namespace CiFeatures.Core.Tensors;

/// <summary>A share with what it was computed from.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator.</param>
public readonly record struct Ratio(long Part, long Whole)
{
    /// <summary>Part / whole, 0 to 1; null when the whole is 0.</summary>
    public double? Value => Whole == 0 ? null : (double)Part / Whole;
}
