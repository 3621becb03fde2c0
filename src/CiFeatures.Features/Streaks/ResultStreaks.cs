using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Streaks;

/// <summary>Streaks, flips and last events of one test over its runs.</summary>
/// <remarks>Only passing, failing and flaky cells count as results. Blank, running and unknown cells are passed over: they neither end a
/// streak nor make a flip (TestGrid's <c>alertRow</c> does the same). A flaky cell ends both kinds of streak and is no side of a flip.</remarks>
public readonly record struct ResultStreaks
{
    /// <summary>Most failing results in a row.</summary>
    public int LongestFail { get; init; }

    /// <summary>Most passing results in a row.</summary>
    public int LongestPass { get; init; }

    /// <summary>Most failing cells side by side, without any other cell between them (the runs of the answer's encoding).</summary>
    public int LongestAdjacentFail { get; init; }

    /// <summary>Failing results at the newest end.</summary>
    public int CurrentFail { get; init; }

    /// <summary>Passing results at the newest end.</summary>
    public int CurrentPass { get; init; }

    /// <summary>How many times failures began (streaks of failing results).</summary>
    public int FailStreaks { get; init; }

    /// <summary>Neighbouring pairs of pass and fail results: the denominator of the flip ratio.</summary>
    public int FlipPairs { get; init; }

    /// <summary>Neighbouring results that went from pass to fail in time.</summary>
    public int PassToFail { get; init; }

    /// <summary>Neighbouring results that went from fail to pass in time.</summary>
    public int FailToPass { get; init; }

    /// <summary>Changes between pass and fail in both directions.</summary>
    public int Flips => PassToFail + FailToPass;

    /// <summary>Flips over pairs that could flip; null when there is no pair.</summary>
    public double? FlipRatio => Ratio.Of(Flips, FlipPairs);

    /// <summary>The newest passing run, -1 when there is none.</summary>
    public int NewestPass { get; init; }

    /// <summary>The newest failing run, -1 when there is none.</summary>
    public int NewestFail { get; init; }

    /// <summary>The newest run with any cell that is not blank, -1 when there is none.</summary>
    public int NewestFilled { get; init; }

    /// <summary>The oldest run with any cell that is not blank, -1 when there is none.</summary>
    public int OldestFilled { get; init; }

    /// <summary>Blank cells before the newest cell that is not blank; the number of runs when all are blank.</summary>
    public int BlankAtNewestEnd { get; init; }

    /// <summary>Walks a row from the newest to the oldest run.</summary>
    /// <param name="row">Status codes, newest first.</param>
    public static ResultStreaks Of(ReadOnlySpan<byte> row)
    {
        var walk = new StreakWalk();
        for (int run = 0; run < row.Length; run++)
        {
            walk.Step(run, CellStatuses.Class((CellStatus)row[run]));
        }

        return walk.Finish(row.Length);
    }
}
