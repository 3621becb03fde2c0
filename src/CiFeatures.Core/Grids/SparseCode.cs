namespace CiFeatures.Core.Grids;

/// <summary>
/// TestGrid's sparse code of a metric: <c>indices</c> are pairs (first column, number of columns), <c>values</c> are the values of all
/// those columns one after the other. Columns are counted over all columns, not over the filled cells.
/// </summary>
/// <remarks>[0,2,6,4] with six values fills the columns 0, 1 and 6 to 9. Source: TestGrid's <c>Metric</c>.</remarks>
public static class SparseCode
{
    /// <summary>How many columns the code speaks about: one more than the last column it fills.</summary>
    /// <param name="indices">Pairs (first column, number of columns); an unpaired number at the end is dropped.</param>
    /// <returns>0 when no pair fills anything. Pairs that begin before column 0 or have no length are left out.</returns>
    public static long CountColumns(ReadOnlySpan<int> indices)
    {
        long end = 0;
        for (int i = 0; i + 1 < indices.Length; i += 2)
        {
            if (indices[i] >= 0 && indices[i + 1] > 0)
            {
                end = Math.Max(end, (long)indices[i] + indices[i + 1]);
            }
        }

        return end;
    }

    /// <summary>Spreads the values over the columns; NaN where there is none.</summary>
    /// <param name="indices">Pairs (first column, number of columns).</param>
    /// <param name="values">The values of all filled columns, in order of the pairs.</param>
    /// <param name="columns">Gets one value for each column; all of it is written. Values for columns beyond its end are left out.</param>
    /// <returns>How many columns got a value from the code.</returns>
    public static int Inflate(ReadOnlySpan<int> indices, ReadOnlySpan<double> values, Span<double> columns)
    {
        columns.Fill(double.NaN);
        int filled = 0;
        ReadOnlySpan<double> rest = values;
        for (int i = 0; i + 1 < indices.Length; i += 2)
        {
            int first = indices[i];
            int count = Math.Min(indices[i + 1], rest.Length);
            if (count <= 0)
            {
                continue;
            }

            // A pair with an impossible start still uses up its values, or those of the next pair would land in the wrong columns.
            if (first >= 0 && first < columns.Length)
            {
                int fits = Math.Min(count, columns.Length - first);
                rest[..fits].CopyTo(columns[first..]);
                filled += fits;
            }

            rest = rest[count..];
        }

        return filled;
    }

    /// <summary>Appends the value of one column: the last pair grows when it ends just before the column, otherwise a pair is added.</summary>
    /// <param name="indices">Pairs (first column, number of columns).</param>
    /// <param name="values">The values.</param>
    /// <param name="column">The column; normally right of all columns so far.</param>
    /// <param name="value">The value.</param>
    public static void Append(IList<int> indices, IList<double> values, int column, double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        int last = indices.Count - 2;
        if (last >= 0 && (long)indices[last] + indices[last + 1] == column)
        {
            indices[last + 1]++;
        }
        else
        {
            indices.Add(column);
            indices.Add(1);
        }

        values.Add(value);
    }
}
