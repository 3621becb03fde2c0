namespace CiFeatures.Features.Statistics;

/// <summary>Quantiles by linear interpolation between the two nearest ranks (numpy's and pandas' default, Hyndman and Fan's type 7).</summary>
public static class Quantile
{
    /// <summary>The quantile of sorted values.</summary>
    /// <param name="sorted">Values in ascending order, none NaN; not empty.</param>
    /// <param name="probability">From 0 (minimum) to 1 (maximum).</param>
    /// <exception cref="ArgumentException">There are no values, or the probability is outside 0 to 1.</exception>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty || !(probability >= 0 && probability <= 1))
        {
            throw new ArgumentException("Needs values and a probability from 0 to 1.", nameof(probability));
        }

        double position = probability * (sorted.Length - 1);
        int below = (int)Math.Floor(position);
        double fraction = position - below;
        if (fraction == 0)
        {
            return sorted[below];
        }

        // numpy's _lerp: counted from the nearer end, so that the result never leaves the interval.
        double low = sorted[below];
        double high = sorted[below + 1];
        double difference = high - low;
        return fraction >= 0.5 ? high - (difference * (1 - fraction)) : low + (difference * fraction);
    }
}
