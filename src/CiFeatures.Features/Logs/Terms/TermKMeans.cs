namespace CiFeatures.Features.Logs.Terms;

/// <summary>K-means on the unit vectors of logs: k-means++ (Arthur and Vassilvitskii 2007), Lloyd's steps, the best of several starts.</summary>
internal static class TermKMeans
{
    private const int Starts = 10;
    private const int MostSteps = 300;

    public static (int[] Labels, double Inertia) Fit(TermMatrix matrix, int k, int seed)
    {
        var random = new Random(seed);
        (int[] Labels, double Inertia) best = ([], double.PositiveInfinity);
        for (int start = 0; start < Starts; start++)
        {
            (int[] Labels, double Inertia) found = Run(matrix, Seeds(matrix.Rows, k, random));
            if (found.Inertia < best.Inertia)
            {
                best = found;
            }
        }

        return best;
    }

    // Squared Euclidean distance; a row without terms is the zero vector.
    public static double Distance(TermRow a, TermRow b) => Math.Max(0, Square(a) + Square(b) - (2 * a.Dot(b)));

    private static double Square(TermRow row) => row.Columns.IsEmpty ? 0 : 1;

    private static int[] Seeds(IReadOnlyList<TermRow> rows, int k, Random random)
    {
        int[] seeds = new int[k];
        seeds[0] = random.Next(rows.Count);
        double[] nearest = [.. rows.Select(r => Distance(r, rows[seeds[0]]))];
        for (int i = 1; i < k; i++)
        {
            double at = random.NextDouble() * nearest.Sum();
            int chosen = 0;
            while (chosen < rows.Count - 1 && (at -= nearest[chosen]) >= 0)
            {
                chosen++;
            }

            seeds[i] = chosen;
            for (int j = 0; j < rows.Count; j++)
            {
                nearest[j] = Math.Min(nearest[j], Distance(rows[j], rows[chosen]));
            }
        }

        return seeds;
    }

    private static (int[] Labels, double Inertia) Run(TermMatrix matrix, int[] seeds)
    {
        double[][] centres = [.. seeds.Select(s => Mean(matrix, [s]))];
        int[] labels = new int[matrix.Rows.Count];
        Array.Fill(labels, -1);
        double inertia = 0;
        for (int step = 0; step < MostSteps; step++)
        {
            double[] squares = [.. centres.Select(c => c.Sum(v => v * v))];
            bool moved = false;
            inertia = 0;
            for (int i = 0; i < labels.Length; i++)
            {
                (int nearest, double distance) = Nearest(matrix.Rows[i], centres, squares);
                moved |= nearest != labels[i];
                labels[i] = nearest;
                inertia += distance;
            }

            if (!moved)
            {
                break;
            }

            for (int c = 0; c < centres.Length; c++)
            {
                // A centre that lost all its logs stays where it is.
                int[] members = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == c)];
                centres[c] = members.Length > 0 ? Mean(matrix, members) : centres[c];
            }
        }

        return (labels, inertia);
    }

    private static (int Nearest, double Distance) Nearest(TermRow row, double[][] centres, double[] squares)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int c = 0; c < centres.Length; c++)
        {
            double distance = Math.Max(0, Square(row) + squares[c] - (2 * Dot(row, centres[c])));
            if (distance < least)
            {
                (nearest, least) = (c, distance);
            }
        }

        return (nearest, least);
    }

    public static double Dot(TermRow row, double[] centre)
    {
        double sum = 0;
        for (int i = 0; i < row.Columns.Length; i++)
        {
            sum += row.Weights[i] * centre[row.Columns[i]];
        }

        return sum;
    }

    public static double[] Mean(TermMatrix matrix, IReadOnlyCollection<int> members)
    {
        double[] mean = new double[matrix.Terms.Count];
        foreach (int member in members)
        {
            TermRow row = matrix.Rows[member];
            for (int i = 0; i < row.Columns.Length; i++)
            {
                mean[row.Columns[i]] += row.Weights[i] / members.Count;
            }
        }

        return mean;
    }
}
