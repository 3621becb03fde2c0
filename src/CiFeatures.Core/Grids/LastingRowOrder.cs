namespace CiFeatures.Core.Grids;

/// <summary>Orders the rows of a grid by name, and rows of equal names by id, cells, durations and messages.</summary>
/// <remarks>
/// The published order follows recent failures and says nothing lasting. In this order only rows that are alike in all of these
/// are equal, so what is computed in it does not depend on the published one. Texts are compared by code units.
/// </remarks>
/// <param name="grid">The grid; the compared numbers are indices of its rows.</param>
public sealed class LastingRowOrder(JobGrid grid) : IComparer<int>
{
    /// <summary>The indices of all rows of a grid in this order; rows that are equal keep their published order.</summary>
    /// <param name="grid">The grid.</param>
    public static int[] Rows(JobGrid grid) => [.. Enumerable.Range(0, grid.Tests.Count).Order(new LastingRowOrder(grid))];

    /// <inheritdoc/>
    public int Compare(int x, int y)
    {
        TestRow left = grid.Tests[x];
        TestRow right = grid.Tests[y];
        int order = string.CompareOrdinal(left.Name, right.Name);
        order = order != 0 || x == y ? order : string.CompareOrdinal(left.Id, right.Id);
        if (order != 0 || x == y)
        {
            return order;
        }

        order = grid.Row(x).SequenceCompareTo(grid.Row(y));
        order = order != 0 ? order : left.DurationMinutes.AsSpan().SequenceCompareTo(right.DurationMinutes);
        return order != 0 ? order : Compare(left.Messages, right.Messages);
    }

    private static int Compare(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        int shared = Math.Min(left.Count, right.Count);
        for (int i = 0; i < shared; i++)
        {
            int order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Count.CompareTo(right.Count);
    }
}
