using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Grids;

/// <summary>A date on the axis of runs.</summary>
/// <param name="Middle">The middle of the column of cells it belongs to.</param>
/// <param name="TextLeft">Where the text begins.</param>
/// <param name="Text">The date or time, UTC.</param>
internal readonly record struct RunTick(double Middle, double TextLeft, string Text);

/// <summary>Chooses which runs have a date written beside them. Runs are not equally far apart in time; every tick names its own run's date.</summary>
internal static class RunTicks
{
    private const double CharWidth = 6;
    private const double Gap = 14;
    private const long ShortRangeMs = 3L * 24 * 60 * 60 * 1000;

    /// <summary>The first and the last known time and how many runs have none.</summary>
    public static (long? FirstMs, long? LastMs, int Unknown) Range(RunAxis runs)
    {
        long? first = null;
        long? last = null;
        int unknown = 0;
        foreach (long time in runs.TimesMs)
        {
            if (UtcText.IsKnown(time))
            {
                first = Math.Min(first ?? time, time);
                last = Math.Max(last ?? time, time);
            }
            else
            {
                unknown++;
            }
        }

        return (first, last, unknown);
    }

    /// <summary>Ticks from left to right.</summary>
    public static List<RunTick> Choose(RunAxis runs, GridLayout layout, int runStep)
    {
        var ticks = new List<RunTick>();
        (long? first, long? last, _) = Range(runs);
        bool isShort = last - first < ShortRangeMs;
        string lastDay = "";
        string lastYear = "";
        double free = double.MinValue;
        for (int i = 0; i < layout.Columns; i++)
        {
            int column = layout.NewestLeft ? i : layout.Columns - 1 - i;
            long time = runs.TimesMs[column * runStep];
            string day = UtcText.IsKnown(time) ? UtcText.Format(time, isShort ? "MM-dd HH:mm" : "MM-dd") : "";
            double middle = layout.ColumnLeft(column) + (layout.CellWidth / 2);
            if (day.Length == 0 || day == lastDay)
            {
                continue;
            }

            string year = UtcText.Format(time, "yyyy");
            string text = year == lastYear ? day : $"{year}-{day}";
            double left = Math.Min(middle - 3, layout.Width - 4 - (text.Length * CharWidth));
            if (left < free)
            {
                continue;
            }

            ticks.Add(new RunTick(middle, left, text));
            free = left + (text.Length * CharWidth) + Gap;
            (lastDay, lastYear) = (day, year);
        }

        return ticks;
    }
}
