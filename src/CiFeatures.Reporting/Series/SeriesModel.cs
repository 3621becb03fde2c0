using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Series;

/// <summary>What is drawn of one test, oldest run first.</summary>
internal sealed class SeriesModel
{
    private SeriesModel(JobGrid grid, int test, List<SeriesPoint> points, int withoutTime, int unusable)
    {
        Grid = grid;
        Test = test;
        Points = points;
        RunsWithoutTime = withoutTime;
        UnusableDurations = unusable;
        Counts = StatusCounts.Of(grid.Row(test));
    }

    public JobGrid Grid { get; }

    public int Test { get; }

    /// <summary>Runs with a known time, oldest first.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>Runs that cannot be placed because their time is 0 or not a time.</summary>
    public int RunsWithoutTime { get; }

    /// <summary>Durations that are negative or infinite.</summary>
    public int UnusableDurations { get; }

    public StatusCounts Counts { get; }

    public bool HasDurations => Points.Any(p => p.Minutes is not null);

    public static SeriesModel Of(JobGrid grid, int test)
    {
        var points = new List<SeriesPoint>(grid.Runs.Count);
        int unusable = 0;
        for (int run = 0; run < grid.Runs.Count; run++)
        {
            // A row may have fewer durations than the grid has runs when it was built by hand; the rest is absent.
            float[]? durations = grid.Tests[test].DurationMinutes;
            float minutes = durations is not null && run < durations.Length ? durations[run] : float.NaN;
            bool usable = float.IsFinite(minutes) && minutes >= 0;
            unusable += usable || float.IsNaN(minutes) ? 0 : 1;
            if (UtcText.IsKnown(grid.Runs.TimesMs[run]))
            {
                points.Add(new SeriesPoint(run, grid.Runs.TimesMs[run], grid[test, run], usable ? minutes : null));
            }
        }

        return new SeriesModel(grid, test, [.. points.OrderBy(p => p.TimeMs).ThenByDescending(p => p.Run)], grid.Runs.Count - points.Count, unusable);
    }
}
