using System.Runtime.InteropServices;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Statistics;

namespace CiFeatures.Features.Description;

/// <summary>Gathers the values of a column of numbers or times, and describes them.</summary>
internal sealed class NumberColumn
{
    // A null is kept as NaN at its place: pandas adds a zero there, and the place decides which numbers are added first.
    private readonly List<double> _values = [];

    public void Add<T>(TableColumn<T> column)
        where T : struct, System.Numerics.INumberBase<T>
    {
        ReadOnlySpan<T> values = column.Values;
        for (int row = 0; row < values.Length; row++)
        {
            _values.Add(column.IsNull(row) ? double.NaN : double.CreateChecked(values[row]));
        }
    }

    public ColumnDescription Describe(ColumnSchema column, long rows)
    {
        double[] sorted = [.. _values.Where(value => !double.IsNaN(value)).Order()];
        var description = new ColumnDescription { Column = column, Rows = rows, Count = sorted.Length };
        if (sorted.Length == 0)
        {
            return description;
        }

        double mean = Sum(value => value) / sorted.Length;
        return description with
        {
            Mean = mean,
            Std = sorted.Length < 2 || column.Type == ColumnType.TimestampMs ? null : Math.Sqrt(Sum(value => (mean - value) * (mean - value)) / (sorted.Length - 1)),
            Min = sorted[0],
            Q25 = Quantile.OfSorted(sorted, 0.25),
            Q50 = Quantile.OfSorted(sorted, 0.5),
            Q75 = Quantile.OfSorted(sorted, 0.75),
            Max = sorted[^1],
        };
    }

    private double Sum(Func<double, double> term)
    {
        double[] terms = new double[_values.Count];
        ReadOnlySpan<double> values = CollectionsMarshal.AsSpan(_values);
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = double.IsNaN(values[i]) ? 0 : term(values[i]);
        }

        return PairwiseSum.Of(terms);
    }
}
