namespace CiFeatures.Features.Logs.Terms;

/// <summary>Groups logs by their terms and says what sets each group apart.</summary>
public static class LogClusters
{
    private const int MostClusters = 10;

    /// <summary>Groups logs.</summary>
    /// <param name="matrix">The logs' terms.</param>
    /// <param name="k">How many groups; null for the number from 2 to 10 with the highest silhouette.</param>
    /// <param name="seed">Where chance begins; the same seed gives the same groups.</param>
    /// <param name="marks">How many terms are given for each group.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">There are fewer logs than groups (CIF1342), or <paramref name="k"/> is below 1 (CIF1340).</exception>
    public static LogClustering Find(TermMatrix matrix, int? k, int seed = 0, int marks = 9)
    {
        if (k < 1)
        {
            TermErrors.ThrowOption("k", $"{k}", "at least 1");
        }

        int logs = matrix.Rows.Count;
        if (logs < (k ?? 3))
        {
            TermErrors.ThrowTooFew(logs, k ?? 3);
        }

        if (k is { } asked)
        {
            return Describe(matrix, TermKMeans.Fit(matrix, asked, seed), marks, null);
        }

        double[][] distances = Distances(matrix);
        return Enumerable.Range(2, Math.Min(MostClusters, logs - 1) - 1)
            .Select(n => Describe(matrix, TermKMeans.Fit(matrix, n, seed), marks, distances))
            .MaxBy(c => c.Silhouette ?? double.NegativeInfinity)!;
    }

    private static LogClustering Describe(TermMatrix matrix, (int[] Labels, double Inertia) fit, int marks, double[][]? distances)
    {
        double[] overall = TermKMeans.Mean(matrix, [.. Enumerable.Range(0, matrix.Rows.Count)]);
        List<LogCluster> clusters = [];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, fit.Labels.Length).GroupBy(i => fit.Labels[i]))
        {
            int[] members = [.. group];
            double[] centre = TermKMeans.Mean(matrix, members);
            clusters.Add(new LogCluster(
                [.. members.OrderByDescending(m => TermKMeans.Dot(matrix.Rows[m], centre)).ThenBy(m => m)],
                [.. Enumerable.Range(0, centre.Length).Where(t => centre[t] > overall[t]).OrderByDescending(t => centre[t] - overall[t]).ThenBy(t => t).Take(marks).Select(t => new TermMark(matrix.Terms[t], centre[t], centre[t] - overall[t]))]));
        }

        double? silhouette = clusters.Count > 1 ? Silhouette(fit.Labels, distances ?? Distances(matrix)) : null;
        return new LogClustering([.. clusters.OrderByDescending(c => c.Members.Count).ThenBy(c => c.Members.Min())], fit.Inertia, silhouette);
    }

    private static double[][] Distances(TermMatrix matrix) =>
        [.. matrix.Rows.Select((row, i) => matrix.Rows.Take(i).Select(other => Math.Sqrt(TermKMeans.Distance(row, other))).ToArray())];

    private static double Silhouette(int[] labels, double[][] distances)
    {
        int groups = labels.Max() + 1;
        int[] sizes = new int[groups];
        foreach (int label in labels)
        {
            sizes[label]++;
        }

        double sum = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            double[] to = new double[groups];
            for (int j = 0; j < labels.Length; j++)
            {
                to[labels[j]] += i == j ? 0 : distances[Math.Max(i, j)][Math.Min(i, j)];
            }

            // A log alone in its group has 0 by definition.
            if (sizes[labels[i]] > 1)
            {
                double within = to[labels[i]] / (sizes[labels[i]] - 1);
                double next = Enumerable.Range(0, groups).Where(g => g != labels[i] && sizes[g] > 0).Min(g => to[g] / sizes[g]);
                double larger = Math.Max(within, next);
                sum += larger > 0 ? (next - within) / larger : 0;
            }
        }

        return sum / labels.Length;
    }
}
