namespace CiFeatures.Core.Grids;

/// <summary>A metric of a row in TestGrid's sparse code (see <see cref="SparseCode"/>).</summary>
/// <param name="Name">The metric's name; where it is empty, the name at the same place of the row's own list holds.</param>
/// <param name="Indices">Pairs (first column, number of columns).</param>
/// <param name="Values">The values of all filled columns, in order of the pairs.</param>
public sealed record RowMetric(string Name, int[] Indices, double[] Values)
{
    /// <summary>The value of one column, or NaN when the metric has none there.</summary>
    /// <param name="column">The column, 0 = newest.</param>
    public double At(int column)
    {
        long before = 0;
        for (int i = 0; i + 1 < Indices.Length; i += 2)
        {
            long offset = (long)column - Indices[i];
            if (Indices[i] >= 0 && offset >= 0 && offset < Indices[i + 1])
            {
                return before + offset < Values.Length ? Values[before + offset] : double.NaN;
            }

            before += Math.Max(Indices[i + 1], 0);
        }

        return double.NaN;
    }
}
