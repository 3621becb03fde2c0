namespace CiFeatures.Features.Logs.Terms;

/// <summary>The terms of one log: sparse, by ascending column.</summary>
public sealed class TermRow
{
    private readonly int[] _columns;
    private readonly long[] _counts;
    private readonly double[] _weights;

    private TermRow(int[] columns, long[] counts, double[] weights)
    {
        _columns = columns;
        _counts = counts;
        _weights = weights;
    }

    /// <summary>The terms' positions in <see cref="TermMatrix.Terms"/>, ascending.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>How often the log has each.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>Each one's count × idf, divided by the Euclidean length of them all.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The scalar product with another log's weights: the cosine of the two, from 0 to 1.</summary>
    /// <param name="other">The other log's terms.</param>
    public double Dot(TermRow other)
    {
        double sum = 0;
        for (int i = 0, j = 0; i < _columns.Length && j < other._columns.Length;)
        {
            if (_columns[i] == other._columns[j])
            {
                sum += _weights[i++] * other._weights[j++];
            }
            else if (_columns[i] < other._columns[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    internal static TermRow Of(Dictionary<int, long> countOf, int[] columnOf, double[] idf)
    {
        (int Column, long Count)[] kept = [.. countOf.Where(c => columnOf[c.Key] >= 0 && c.Value > 0).Select(c => (columnOf[c.Key], c.Value)).OrderBy(c => c.Item1)];
        double[] weights = [.. kept.Select(c => c.Count * idf[c.Column])];
        double length = Math.Sqrt(weights.Sum(w => w * w));
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] /= length;
        }

        return new TermRow([.. kept.Select(c => c.Column)], [.. kept.Select(c => c.Count)], weights);
    }
}
