using CiFeatures.Features.Statistics;

namespace CiFeatures.Features.Durations;

/// <summary>Statistics of durations over runs; what has no duration is left out, never taken as zero.</summary>
/// <remarks>With no duration all values but <see cref="Count"/> are null.</remarks>
public readonly record struct DurationStatistics
{
    private const double MillisecondsPerDay = 86_400_000;

    /// <summary>How many runs have a duration: the denominator of all that follows.</summary>
    public int Count { get; init; }

    /// <summary>Mean in minutes.</summary>
    public double? MeanMinutes { get; init; }

    /// <summary>Median in minutes.</summary>
    public double? MedianMinutes { get; init; }

    /// <summary>90 % quantile in minutes.</summary>
    public double? P90Minutes { get; init; }

    /// <summary>99 % quantile in minutes.</summary>
    public double? P99Minutes { get; init; }

    /// <summary>Standard deviation in minutes with n − 1; null with fewer than two durations.</summary>
    public double? StdMinutes { get; init; }

    /// <summary>Slope of the least-squares line of duration over time, in minutes per day; positive = getting slower.
    /// Null with fewer than three durations at known times or when all are at one time.</summary>
    public double? TrendMinutesPerDay { get; init; }

    /// <summary>Computes the statistics.</summary>
    /// <param name="minutes">Duration of each run in minutes; a value that is not finite or is negative = absent. May be null: no durations.</param>
    /// <param name="timesMs">Start of each run, milliseconds since 1970 UTC; 0 = not known.</param>
    public static DurationStatistics Of(ReadOnlySpan<float> minutes, ReadOnlySpan<long> timesMs)
    {
        double[] sorted = Sorted(minutes);
        if (sorted.Length == 0)
        {
            return default;
        }

        // Sums run over the sorted values, so that the order in which they came changes no digit.
        double mean = sorted.Sum() / sorted.Length;
        double squares = sorted.Sum(value => (value - mean) * (value - mean));
        return new DurationStatistics
        {
            Count = sorted.Length,
            MeanMinutes = mean,
            MedianMinutes = Quantile.OfSorted(sorted, 0.5),
            P90Minutes = Quantile.OfSorted(sorted, 0.9),
            P99Minutes = Quantile.OfSorted(sorted, 0.99),
            StdMinutes = sorted.Length < 2 ? null : Math.Sqrt(squares / (sorted.Length - 1)),
            TrendMinutesPerDay = Trend(minutes, timesMs),
        };
    }

    /// <summary>Whether a published number is a duration: finite and not negative.</summary>
    /// <param name="minutes">The number; NaN = absent.</param>
    public static bool IsDuration(float minutes) => float.IsFinite(minutes) && minutes >= 0;

    private static double[] Sorted(ReadOnlySpan<float> minutes)
    {
        int count = 0;
        foreach (float value in minutes)
        {
            count += IsDuration(value) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var present = new double[count];
        foreach (float value in minutes)
        {
            if (IsDuration(value))
            {
                present[^count--] = value;
            }
        }

        Array.Sort(present);
        return present;
    }

    private static double? Trend(ReadOnlySpan<float> minutes, ReadOnlySpan<long> timesMs)
    {
        int count = 0;
        double sumTime = 0;
        double sumMinutes = 0;
        long origin = 0;
        for (int run = 0; run < minutes.Length; run++)
        {
            if (IsDuration(minutes[run]) && timesMs[run] != 0)
            {
                // Differences to one of the times keep the sums small, so that no digits are lost.
                origin = count == 0 ? timesMs[run] : origin;
                sumTime += (timesMs[run] - origin) / MillisecondsPerDay;
                sumMinutes += minutes[run];
                count++;
            }
        }

        if (count < 3)
        {
            return null;
        }

        double covariance = 0;
        double variance = 0;
        for (int run = 0; run < minutes.Length; run++)
        {
            if (IsDuration(minutes[run]) && timesMs[run] != 0)
            {
                double time = ((timesMs[run] - origin) / MillisecondsPerDay) - (sumTime / count);
                covariance += time * (minutes[run] - (sumMinutes / count));
                variance += time * time;
            }
        }

        return variance == 0 ? null : covariance / variance;
    }
}
