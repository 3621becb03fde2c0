using System.Numerics;

namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>Fits the weights by penalised logistic regression (Newton's method), each pair with the same say, and then the threshold that gives
/// the highest mean F1 on the pairs it was fitted on.</summary>
internal static class ModelFitter
{
    private const int Steps = 30;

    // A weight is pulled to 0 as if one pair were against it.
    private const double Ridge = 1;

    // A pair with one wanted line must not make each of its other lines as dear as a whole pair.
    private const double FewestWanted = 5;

    /// <summary>Fits weights and threshold.</summary>
    /// <param name="pairs">Their features, all with or all without passing logs.</param>
    /// <param name="compared">Whether passing logs were given.</param>
    public static FailureModel Fit(IReadOnlyList<PairFeatures> pairs, bool compared)
    {
        (ulong Bits, double Weight, double Wanted)[] rows = Rows(pairs);
        double[] prior = PriorWeights.For(compared);
        double[] weights = [.. prior];
        for (int step = 0; step < Steps; step++)
        {
            Newton(rows, weights, prior);
        }

        return new FailureModel(weights, Threshold(pairs, weights));
    }

    // Lines with the same features are one row: some hundreds instead of tens of thousands.
    private static (ulong Bits, double Weight, double Wanted)[] Rows(IReadOnlyList<PairFeatures> pairs)
    {
        Dictionary<ulong, (double Weight, double Wanted)> rows = [];
        foreach (PairFeatures pair in pairs)
        {
            double weight = 1 / Math.Max(FewestWanted, pair.Wanted.Count(wanted => wanted));
            for (int i = 0; i < pair.Features.Length; i++)
            {
                (double Weight, double Wanted) row = rows.GetValueOrDefault(pair.Features[i]);
                rows[pair.Features[i]] = (row.Weight + weight, row.Wanted + (pair.Wanted[i] ? weight : 0));
            }
        }

        return [.. rows.OrderBy(row => row.Key).Select(row => (row.Key, row.Value.Weight, row.Value.Wanted))];
    }

    private static void Newton((ulong Bits, double Weight, double Wanted)[] rows, double[] weights, double[] prior)
    {
        int n = weights.Length;
        double[] gradient = new double[n];
        double[,] hessian = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            // The constant may move more freely.
            double pull = i == 0 ? Ridge / 10 : Ridge;
            gradient[i] = pull * (weights[i] - prior[i]);
            hessian[i, i] = pull;
        }

        var model = new FailureModel(weights, 0);
        Span<int> set = stackalloc int[64];
        foreach ((ulong bits, double weight, double wanted) in rows)
        {
            double score = model.Score(bits);
            int count = 0;
            for (ulong rest = bits; rest != 0; rest &= rest - 1)
            {
                set[count++] = BitOperations.TrailingZeroCount(rest);
            }

            double slope = (weight * score) - wanted;
            double bend = weight * score * (1 - score);
            for (int a = 0; a < count; a++)
            {
                gradient[set[a]] += slope;
                for (int b = 0; b < count; b++)
                {
                    hessian[set[a], set[b]] += bend;
                }
            }
        }

        double[] move = Solve(hessian, gradient);
        for (int i = 0; i < n; i++)
        {
            weights[i] -= Math.Clamp(move[i], -2, 2);
        }
    }

    // Gauss without pivoting: the matrix is symmetric and positive definite.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int n = right.Length;
        for (int column = 0; column < n; column++)
        {
            for (int row = column + 1; row < n; row++)
            {
                double factor = matrix[row, column] / matrix[column, column];
                for (int i = column; factor != 0 && i < n; i++)
                {
                    matrix[row, i] -= factor * matrix[column, i];
                }

                right[row] -= factor * right[column];
            }
        }

        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--)
        {
            double sum = right[row];
            for (int i = row + 1; i < n; i++)
            {
                sum -= matrix[row, i] * solution[i];
            }

            solution[row] = sum / matrix[row, row];
        }

        return solution;
    }

    private static double Threshold(IReadOnlyList<PairFeatures> pairs, double[] weights)
    {
        double best = 0.5;
        double bestF1 = -1;
        for (int percent = 20; percent <= 80; percent += 5)
        {
            // Between two equal ones, the one nearer to a half.
            var model = new FailureModel(weights, percent / 100.0);
            double f1 = pairs.Average(pair => PairScore.Of(pair, model).F1) - (Math.Abs(percent - 50) * 1e-6);
            (best, bestF1) = f1 > bestF1 ? (model.Threshold, f1) : (best, bestF1);
        }

        return best;
    }
}
