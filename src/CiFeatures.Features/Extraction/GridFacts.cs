using CiFeatures.Core.Grids;
using CiFeatures.Features.Durations;
using CiFeatures.Features.Flakiness;
using CiFeatures.Features.Grid;
using CiFeatures.Features.Judgement;
using CiFeatures.Features.Streaks;

namespace CiFeatures.Features.Extraction;

/// <summary>What is counted once over a grid: by row, by run and in all.</summary>
internal sealed class GridFacts
{
    public required JobGrid Grid { get; init; }

    public required StatusCounts Counts { get; init; }

    public required TestFacts[] Tests { get; init; }

    public required StatusCounts[] Runs { get; init; }

    public required OverallRow Overall { get; init; }

    public required JobJudgement Judgement { get; init; }

    public DurationStatistics BuildDurations { get; init; }

    /// <summary>Gets the newest known run time in milliseconds since 1970 UTC: the "now" of the grid, so that features do not depend on the clock.</summary>
    public long? NewestTimeMs { get; init; }

    public long? OldestTimeMs { get; init; }

    public static GridFacts Of(JobGrid grid, FeatureOptions options)
    {
        ReadOnlySpan<long> times = grid.Runs.TimesMs;
        JobJudgement judgement = JobJudge.Judge(grid, options.Judgement);
        TestFlakiness[] flakiness = new FlakinessCalculator(grid).ComputeAll();
        var all = new StatusCounts();
        var tests = new TestFacts[grid.Tests.Count];
        for (int test = 0; test < tests.Length; test++)
        {
            StatusCounts counts = StatusCounts.Of(grid.Row(test));
            all.Add(counts);
            tests[test] = new TestFacts
            {
                Counts = counts,
                Streaks = ResultStreaks.Of(grid.Row(test)),
                Durations = DurationStatistics.Of(grid.Tests[test].DurationMinutes, times),
                Flakiness = flakiness[test],
            };
        }

        OverallRow overall = OverallRow.Find(grid);
        float[] build = [.. Enumerable.Range(0, grid.Runs.Count).Select(run => (float)(overall.DurationMinutes(run) ?? double.NaN))];
        (long? oldest, long? newest) = TimeRange(times);
        return new GridFacts
        {
            Grid = grid,
            Counts = all,
            Tests = tests,
            Runs = CountRuns(grid),
            Overall = overall,
            Judgement = judgement,
            BuildDurations = DurationStatistics.Of(build, times),
            NewestTimeMs = newest,
            OldestTimeMs = oldest,
        };
    }

    /// <summary>Gives the time of a run, or null when the answer has 0 there or there is no such run (-1).</summary>
    public long? TimeMs(int run) => run < 0 || Grid.Runs.TimesMs[run] == 0 ? null : Grid.Runs.TimesMs[run];

    /// <summary>Gives the seconds from a run to the newest run of the grid; null when either time is not known.</summary>
    public double? SecondsBeforeNewest(int run) =>
        TimeMs(run) is { } time && NewestTimeMs is { } newest ? (newest - time) / 1000.0 : null;

    private static (long? Oldest, long? Newest) TimeRange(ReadOnlySpan<long> times)
    {
        long? oldest = null;
        long? newest = null;
        foreach (long time in times)
        {
            if (time != 0)
            {
                oldest = oldest is null ? time : Math.Min(oldest.Value, time);
                newest = newest is null ? time : Math.Max(newest.Value, time);
            }
        }

        return (oldest, newest);
    }

    private static StatusCounts[] CountRuns(JobGrid grid)
    {
        int tests = grid.Tests.Count;
        int runs = grid.Runs.Count;
        var column = new byte[tests];
        var counts = new StatusCounts[runs];
        ReadOnlySpan<byte> cells = grid.Statuses;
        for (int run = 0; run < runs; run++)
        {
            for (int test = 0; test < tests; test++)
            {
                column[test] = cells[(test * runs) + run];
            }

            counts[run] = StatusCounts.Of(column);
        }

        return counts;
    }
}
