namespace CiFeatures.Reporting.Series;

/// <summary>A mark on the axis of time.</summary>
internal readonly record struct TimeTick(long TimeMs, string Text);

/// <summary>An axis of UTC time with ticks at round hours, days, weeks (Mondays), months or years.</summary>
internal sealed class TimeScale
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    // 5 January 1970 was a Monday.
    private const long FirstMonday = 4 * Day;

    private static readonly long[] Steps = [Hour, 2 * Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 2 * Day, 7 * Day, 14 * Day];
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];

    /// <summary>Makes the axis; one that would have no length is made half a day longer at both ends.</summary>
    public TimeScale(long firstMs, long lastMs)
    {
        long pad = lastMs > firstMs ? 0 : 12 * Hour;
        FirstMs = Math.Max(0, firstMs - pad);
        LastMs = Math.Min(lastMs + pad, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds());
    }

    public long FirstMs { get; }

    public long LastMs { get; }

    /// <summary>Where a time lies between the ends: 0 to 1.</summary>
    public double Part(long timeMs) => (timeMs - FirstMs) / (double)(LastMs - FirstMs);

    /// <summary>Round times within the axis, at most so many.</summary>
    public List<TimeTick> Ticks(int most)
    {
        foreach (long step in Steps)
        {
            if (((LastMs - FirstMs) / step) + 1 <= most)
            {
                return Label(Even(step), step < Day ? "MM-dd HH:mm" : "MM-dd");
            }
        }

        foreach (int step in MonthSteps)
        {
            List<long> months = Months(step, most);
            if (months.Count <= most)
            {
                return Label(months, step < 12 ? "MM" : "");
            }
        }

        return [];
    }

    private IEnumerable<long> Even(long step)
    {
        long origin = step >= 7 * Day ? FirstMonday : 0;
        long first = origin + ((FirstMs - origin + step - 1) / step * step);
        for (long time = first; time <= LastMs; time += step)
        {
            yield return time;
        }
    }

    private List<long> Months(int step, int most)
    {
        var months = new List<long>();
        DateTime start = DateTimeOffset.FromUnixTimeMilliseconds(FirstMs).UtcDateTime;
        int month = ((start.Year * 12) + start.Month - 1) / step * step;
        for (; month / 12 <= 9999 && months.Count <= most; month += step)
        {
            if (month / 12 < 1)
            {
                continue;
            }

            long time = new DateTimeOffset(month / 12, (month % 12) + 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
            if (time > LastMs)
            {
                break;
            }

            if (time >= FirstMs)
            {
                months.Add(time);
            }
        }

        return months;
    }

    // The year is written at the first tick and wherever it changes.
    private static List<TimeTick> Label(IEnumerable<long> times, string format)
    {
        var ticks = new List<TimeTick>();
        string last = "";
        foreach (long time in times)
        {
            string year = UtcText.Format(time, "yyyy");
            string text = format.Length == 0 ? year
                : year == last && format != "MM" ? UtcText.Format(time, format)
                : $"{year}-{UtcText.Format(time, format == "MM" ? "MM " : format).TrimEnd()}";
            ticks.Add(new TimeTick(time, text));
            last = year;
        }

        return ticks;
    }
}
