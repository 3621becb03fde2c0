using CiFeatures.Core.Grids;

namespace CiFeatures.Simulation.Publishing;

/// <summary>TestGrid's rule for row alerts: three failures in a row open an alert, one pass closes it.</summary>
/// <remarks>
/// Written from the description of the rule, on purpose apart from the one in Features: where both agree on simulated data, each is a test of the other.
/// A FLAKY cell ends the scan once the streak is long enough and resets it before. Cells that are empty or running are passed over.
/// </remarks>
internal static class OutageRule
{
    private const int FailuresToOpen = 3;

    public static RowOutage? Find(ReadOnlySpan<byte> newestFirst)
    {
        int streak = 0;
        int total = 0;
        int newest = -1;
        int oldest = -1;
        int lastPass = -1;
        for (int column = 0; column < newestFirst.Length; column++)
        {
            switch ((CellStatus)newestFirst[column])
            {
                case CellStatus.NoResult or CellStatus.Running or CellStatus.Unknown:
                    continue;
                case CellStatus.Fail or CellStatus.TimedOut:
                    streak++;
                    total++;
                    oldest = column;
                    newest = newest < 0 ? column : newest;
                    continue;
                case CellStatus.Flaky when streak < FailuresToOpen:
                    streak = 0;
                    continue;
                case CellStatus.Flaky:
                    break;
                default:
                    lastPass = column;
                    break;
            }

            break;
        }

        return streak >= FailuresToOpen ? new RowOutage(total, streak, newest, oldest, lastPass) : null;
    }
}
