namespace CiFeatures.Tests.Features.Tables;

/// <summary>Statistics of durations from their textbook formulas.</summary>
internal static class NaiveDurations
{
    public static Dictionary<string, object?> Of(float[] minutes, long[] timesMs, string prefix = "")
    {
        double[] present = [.. minutes.Where(float.IsFinite).Select(m => (double)m).Order()];
        double? mean = present.Length == 0 ? null : present.Average();
        return new Dictionary<string, object?>
        {
            [prefix + "duration_count"] = present.Length,
            [prefix + "duration_minutes_mean"] = mean,
            [prefix + "duration_minutes_median"] = Quantile(present, 50),
            [prefix + "duration_minutes_p90"] = Quantile(present, 90),
            [prefix + "duration_minutes_p99"] = Quantile(present, 99),
            [prefix + "duration_minutes_std"] = present.Length < 2 ? null : Math.Sqrt(present.Sum(m => Math.Pow(m - mean!.Value, 2)) / (present.Length - 1)),
            [prefix + "duration_trend_minutes_per_day"] = Slope([.. minutes.Zip(timesMs).Where(p => float.IsFinite(p.First) && p.Second != 0)]),
        };
    }

    private static double? Quantile(double[] sorted, int percent)
    {
        if (sorted.Length == 0)
        {
            return null;
        }

        decimal place = percent * (sorted.Length - 1) / 100m;
        int low = (int)place;
        decimal above = (decimal)sorted[Math.Min(low + 1, sorted.Length - 1)];
        return (double)((1 - (place - low)) * (decimal)sorted[low] + (place - low) * above);
    }

    // The normal equations in decimals, which lose no digits here.
    private static double? Slope((float Minutes, long TimeMs)[] points)
    {
        if (points.Length < 3 || points.Select(p => p.TimeMs).Distinct().Count() < 2)
        {
            return null;
        }

        decimal n = points.Length;
        decimal[] x = [.. points.Select(p => (p.TimeMs - points.Min(q => q.TimeMs)) / 86_400_000m)];
        decimal[] y = [.. points.Select(p => (decimal)p.Minutes)];
        decimal xy = x.Zip(y, (a, b) => a * b).Sum();
        decimal xx = x.Sum(a => a * a);
        return (double)((n * xy - x.Sum() * y.Sum()) / (n * xx - x.Sum() * x.Sum()));
    }
}
