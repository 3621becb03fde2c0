namespace CiFeatures.Features.Statistics;

/// <summary>Sums many numbers by halves, so that the rounding error grows with the logarithm of their number only.</summary>
/// <remarks>The order of the additions is numpy's (<c>pairwise_sum</c>: eight running sums over at most 128 numbers), so that sums, means and
/// deviations are those of numpy and pandas to the last bit.</remarks>
public static class PairwiseSum
{
    private const int Lanes = 8;
    private const int Leaf = 128;

    /// <summary>The sum.</summary>
    /// <param name="values">The numbers; none gives 0.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        if (values.Length < Lanes)
        {
            return AddAll(0, values);
        }

        if (values.Length <= Leaf)
        {
            return OfLeaf(values);
        }

        // The depth is the logarithm of the length, so this recursion is shallow for any input.
        int half = values.Length / 2;
        half -= half % Lanes;
        return Of(values[..half]) + Of(values[half..]);
    }

    private static double OfLeaf(ReadOnlySpan<double> values)
    {
        Span<double> lanes = stackalloc double[Lanes];
        values[..Lanes].CopyTo(lanes);
        int at = Lanes;
        for (; at + Lanes <= values.Length; at += Lanes)
        {
            for (int lane = 0; lane < Lanes; lane++)
            {
                lanes[lane] += values[at + lane];
            }
        }

        double sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        return AddAll(sum, values[at..]);
    }

    private static double AddAll(double sum, ReadOnlySpan<double> values)
    {
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
