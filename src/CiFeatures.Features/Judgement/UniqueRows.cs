namespace CiFeatures.Features.Judgement;

/// <summary>TestGrid keys rows by name: of rows with the same name only the last one counts, and all unnamed rows are one.</summary>
internal static class UniqueRows
{
    public static IReadOnlyList<JudgedRow> ByName(IReadOnlyList<JudgedRow> rows)
    {
        Dictionary<string, int> last = new(rows.Count, StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            last[rows[i].Name] = i;
        }

        if (last.Count == rows.Count)
        {
            return rows;
        }

        List<JudgedRow> unique = new(last.Count);
        for (int i = 0; i < rows.Count; i++)
        {
            if (last[rows[i].Name] == i)
            {
                unique.Add(rows[i]);
            }
        }

        return unique;
    }
}
