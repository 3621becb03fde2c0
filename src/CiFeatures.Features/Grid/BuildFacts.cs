using CiFeatures.Core.Grids;
using CiFeatures.Features.Durations;
using CiFeatures.Features.Streaks;

namespace CiFeatures.Features.Grid;

/// <summary>What is counted over the verdicts on the builds: the Overall row of a grid.</summary>
/// <remarks>As in <see cref="ResultStreaks"/>, blank, running and unknown verdicts are passed over and a flaky one ends a streak.</remarks>
internal sealed class BuildFacts
{
    private readonly int[] _failStreaks;
    private readonly int[] _passes;

    private BuildFacts(OverallRow row, byte[] codes, DurationStatistics durations)
    {
        Row = row;
        Counts = StatusCounts.Of(codes);
        Streaks = ResultStreaks.Of(codes);
        Durations = durations;
        _failStreaks = new int[codes.Length];
        _passes = new int[codes.Length];
        int fails = 0;
        int pass = -1;
        for (int run = codes.Length - 1; run >= 0; run--)
        {
            StatusClass verdict = CellStatuses.Class((CellStatus)codes[run]);
            fails = verdict switch { StatusClass.Fail => fails + 1, StatusClass.Pass or StatusClass.Flaky => 0, _ => fails };
            pass = verdict == StatusClass.Pass ? run : pass;
            _failStreaks[run] = fails;
            _passes[run] = pass;
        }
    }

    /// <summary>Gets the row or rows that the verdicts are from.</summary>
    public OverallRow Row { get; }

    public StatusCounts Counts { get; }

    public ResultStreaks Streaks { get; }

    public DurationStatistics Durations { get; }

    /// <summary>Gathers the facts; null when the grid has no Overall row.</summary>
    public static BuildFacts? Of(JobGrid grid)
    {
        OverallRow row = OverallRow.Find(grid);
        if (!row.Exists)
        {
            return null;
        }

        var codes = new byte[grid.Runs.Count];
        var minutes = new float[grid.Runs.Count];
        for (int run = 0; run < codes.Length; run++)
        {
            codes[run] = (byte)(row.Status(run) ?? CellStatus.NoResult);
            minutes[run] = (float)(row.DurationMinutes(run) ?? double.NaN);
        }

        return new BuildFacts(row, codes, DurationStatistics.Of(minutes, grid.Runs.TimesMs));
    }

    /// <summary>Gives how many failing verdicts stand in a row at a run, itself and older ones.</summary>
    public int FailStreak(int run) => _failStreaks[run];

    /// <summary>Gives the newest run with a passing verdict that is not newer than a run; -1 when there is none.</summary>
    public int NewestPassUpTo(int run) => _passes[run];
}
