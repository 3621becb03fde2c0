namespace CiFeatures.Core.Grids;

/// <summary>A share with what it was computed from.</summary>
/// <param name="Part">The numerator.</param>
/// <param name="Whole">The denominator.</param>
public readonly record struct Ratio(long Part, long Whole)
{
    /// <summary>Part / whole, 0 to 1; null when the whole is 0.</summary>
    public double? Value => Of(Part, Whole);

    /// <summary>A quotient, or null when the denominator is 0.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    public static double? Of(double numerator, double denominator) => denominator == 0 ? null : numerator / denominator;

    /// <summary>A share in percent, or null when the denominator is 0.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    public static double? Percent(double numerator, double denominator) => denominator == 0 ? null : 100 * numerator / denominator;
}
