using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Series;

/// <summary>The median of a run's duration and of those before it. Running runs are left out: their durations are not final.</summary>
internal static class RollingMedian
{
    /// <summary>How many durations there must be before there is a median to show.</summary>
    public const int Least = 3;

    /// <summary>Time and median for every run that has a duration, once there are <see cref="Least"/> of them (or the window, if smaller).</summary>
    public static List<(long TimeMs, double Minutes)> Of(IEnumerable<SeriesPoint> points, int window)
    {
        var medians = new List<(long TimeMs, double Minutes)>();
        var last = new Queue<double>();
        foreach (SeriesPoint point in points)
        {
            if (point.Minutes is not { } minutes || point.Class == StatusClass.Running)
            {
                continue;
            }

            last.Enqueue(minutes);
            if (last.Count > window)
            {
                last.Dequeue();
            }

            if (last.Count >= Math.Min(Least, window))
            {
                double[] sorted = [.. last.Order()];
                int middle = sorted.Length / 2;
                medians.Add((point.TimeMs, sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2));
            }
        }

        return medians;
    }
}
