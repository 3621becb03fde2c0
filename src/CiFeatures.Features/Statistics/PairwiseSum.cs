namespace CiFeatures.Features.Statistics;

/// <summary>Sums many numbers by halves, so that the rounding error grows with the logarithm of their number only.</summary>
public static class PairwiseSum
{
    private const int Leaf = 128;

    /// <summary>The sum.</summary>
    /// <param name="values">The numbers; none gives 0.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length <= Leaf)
        {
            double sum = 0;
            foreach (double value in values)
            {
                sum += value;
            }

            return sum;
        }

        // The depth is the logarithm of the length, so this recursion is shallow for any input.
        int half = values.Length / 2;
        return Of(values[..half]) + Of(values[half..]);
    }
}
