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

    public required DurationStatistics[] RunDurations { get; init; }

    public required RunChanges Changes { get; init; }

    /// <summary>Gets the verdicts on the builds; null when the grid has no Overall row.</summary>
    public BuildFacts? Build { get; init; }

    /// <summary>Gets the indices of the rows in an order that does not depend on the published one.</summary>
    public required int[] RowOrder { get; init; }

    public required JobJudgement Judgement { get; init; }

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

        (long? oldest, long? newest) = TimeRange(times);
        return new GridFacts
        {
            Grid = grid,
            Counts = all,
            Tests = tests,
            Runs = StatusCounts.OfColumns(grid.Statuses, grid.Runs.Count),
            RunDurations = Features.Durations.RunDurations.Of(grid),
            Changes = RunChanges.Of(grid),
            Build = BuildFacts.Of(grid),
            RowOrder = LastingRowOrder.Rows(grid),
            Judgement = judgement,
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
}
