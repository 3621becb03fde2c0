namespace CiFeatures.Features.Logs.Terms;

/// <summary>Compares logs by their terms.</summary>
public static class LogSimilarity
{
    /// <summary>Finds the logs that are most alike to each.</summary>
    /// <param name="matrix">The logs' terms.</param>
    /// <param name="count">The most others for each log.</param>
    /// <returns>For each log in its order the others, the most alike first, in their order among equals.</returns>
    public static IReadOnlyList<SimilarLog> Nearest(TermMatrix matrix, int count)
    {
        List<SimilarLog> all = [];
        for (int i = 0; i < matrix.Rows.Count; i++)
        {
            all.AddRange(Enumerable.Range(0, matrix.Rows.Count)
                .Where(j => j != i)
                .Select(j => (Other: j, Cosine: Math.Min(1, matrix.Rows[i].Dot(matrix.Rows[j]))))
                .OrderByDescending(p => p.Cosine).ThenBy(p => p.Other)
                .Take(count)
                .Select(p => new SimilarLog(matrix.Logs[i], matrix.Logs[p.Other], p.Cosine)));
        }

        return all;
    }
}
