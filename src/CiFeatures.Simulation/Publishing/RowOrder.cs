using CiFeatures.Core.Grids;

namespace CiFeatures.Simulation.Publishing;

/// <summary>The order of rows in an answer: the newest failure or retry first, then the next newest, then the name.</summary>
internal static class RowOrder
{
    public static int ByRecentFailure(GridRow a, GridRow b)
    {
        ReadOnlySpan<byte> left = a.Cells;
        ReadOnlySpan<byte> right = b.Cells;
        for (int column = 0; column < left.Length; column++)
        {
            int difference = Weight(right[column]) - Weight(left[column]);
            if (difference != 0)
            {
                return difference;
            }
        }

        return string.CompareOrdinal(a.Name, b.Name);
    }

    private static int Weight(byte status) => (CellStatus)status is CellStatus.Fail or CellStatus.Flaky or CellStatus.TimedOut ? 1 : 0;
}
