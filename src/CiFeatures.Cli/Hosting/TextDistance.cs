namespace CiFeatures.Cli.Hosting;

/// <summary>How far two names are apart, to suggest what may have been meant.</summary>
internal static class TextDistance
{
    // Names are up to several hundred characters long and there are thousands; the beginning is enough to suggest.
    private const int Considered = 80;

    /// <summary>Counts the single edits between two names (Levenshtein); a name that contains the wanted one is nearer than any other.</summary>
    public static int Between(string wanted, string name)
    {
        if (name.Contains(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        ReadOnlySpan<char> a = wanted.AsSpan(0, Math.Min(wanted.Length, Considered));
        ReadOnlySpan<char> b = name.AsSpan(0, Math.Min(name.Length, Considered));
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                int change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
