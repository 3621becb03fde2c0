using CiFeatures.Core.Grids;
using CiFeatures.Features.Judgement;

namespace CiFeatures.Features.Flakiness;

/// <summary>The small rules of TestGrid's flakiness analysis.</summary>
public static class FlakinessRules
{
    /// <summary>Fails in a row from which on the analysis speaks of a broken test and skips them.</summary>
    public const int LongFailRun = 3;

    /// <summary>Whether a failure counts as one of the infrastructure: its message is one word of ASCII letters, digits and underscores.</summary>
    /// <remarks>That also matches ordinary one-word messages such as "timeout"; the rule is TestGrid's.</remarks>
    /// <param name="message">The failure message.</param>
    public static bool IsInfraFailure(string message)
    {
        foreach (char c in message)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return message.Length > 0;
    }

    /// <summary>Whether a name is that of a whole test rather than of a method of one.</summary>
    /// <param name="name">The row's name.</param>
    public static bool IsValidTestName(string name) => !name.Contains(RecentWindow.MethodMarker, StringComparison.Ordinal);

    /// <summary>Whether a moment is in a window; both ends are in it. All three in one unit.</summary>
    /// <param name="started">The moment.</param>
    /// <param name="start">Start of the window.</param>
    /// <param name="end">End of the window.</param>
    public static bool IsWithin(double started, double start, double end) => started >= start && started <= end;

    /// <summary>Marks columns in which nothing passed or was flaky. With fewer than two rows no column is marked.</summary>
    /// <param name="columns">How many columns there are.</param>
    /// <param name="rows">The rows; one that has ended is passed over.</param>
    public static bool[] FailingColumns(int columns, IReadOnlyList<JudgedRow> rows)
    {
        bool[] failing = new bool[columns];
        if (rows.Count <= 1)
        {
            return failing;
        }

        failing.AsSpan().Fill(true);
        foreach (JudgedRow row in rows)
        {
            ClearLiving(failing, row.Statuses.Span);
        }

        return failing;
    }

    /// <summary>Unmarks the columns in which a row passed or was flaky.</summary>
    internal static void ClearLiving(Span<bool> failing, ReadOnlySpan<byte> statuses)
    {
        int shared = Math.Min(failing.Length, statuses.Length);
        for (int c = 0; c < shared; c++)
        {
            failing[c] &= CellStatuses.Class((CellStatus)statuses[c]) is not (StatusClass.Pass or StatusClass.Flaky);
        }
    }

    /// <summary>Counts status changes from newest to oldest; long runs of failures are skipped.</summary>
    /// <remarks>
    /// A flaky result is a flip, a failure is one when the result before it in the walk was not a failure. After a skipped run the
    /// next result is taken in without asking whether a long run starts there. Flakiness is 100 × flips / considered.
    /// </remarks>
    /// <param name="results">The results, newest first.</param>
    /// <returns>Flips, and how many results were considered.</returns>
    public static (int Flips, int Considered) CountFlips(ReadOnlySpan<FlakyResult> results)
    {
        int flips = 0;
        int considered = 0;
        bool lastPassing = true;
        for (int i = 0; i < results.Length; i++)
        {
            int fails = results[i..].IndexOfAnyExcept(FlakyResult.Fail);
            fails = fails < 0 ? results.Length - i : fails;
            if (fails >= LongFailRun)
            {
                i += fails;
                if (i >= results.Length)
                {
                    break;
                }
            }

            considered++;
            bool failed = results[i] == FlakyResult.Fail;
            flips += results[i] == FlakyResult.Flaky || (failed && lastPassing) ? 1 : 0;
            lastPassing = !failed;
        }

        return (flips, considered);
    }
}
