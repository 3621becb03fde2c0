namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>Which pairs are near repeats of each other: their failing logs, or their wanted lines, have many templates in common.</summary>
internal static class PairFamilies
{
    private const double MinSharedLog = 0.3;
    private const double MinSharedWanted = 0.3;

    /// <summary>Gives a number for each pair; pairs of one family, also by way of a third, have the same.</summary>
    public static int[] Of(IReadOnlyList<LabelledPair> pairs)
    {
        (HashSet<ulong> All, HashSet<ulong> Wanted)[] templates = [.. pairs.Select(Templates)];
        int[] family = [.. Enumerable.Range(0, pairs.Count)];
        for (int a = 0; a < pairs.Count; a++)
        {
            for (int b = 0; b < a; b++)
            {
                if (family[a] != family[b] && (Shared(templates[a].All, templates[b].All) >= MinSharedLog || Shared(templates[a].Wanted, templates[b].Wanted) >= MinSharedWanted))
                {
                    (int from, int to) = (family[a], family[b]);
                    family = [.. family.Select(f => f == from ? to : f)];
                }
            }
        }

        return family;
    }

    private static double Shared(HashSet<ulong> a, HashSet<ulong> b)
    {
        int both = a.Count(b.Contains);
        return a.Count + b.Count == both ? 0 : (double)both / (a.Count + b.Count - both);
    }

    private static (HashSet<ulong> All, HashSet<ulong> Wanted) Templates(LabelledPair pair)
    {
        HashSet<ulong> all = [];
        HashSet<ulong> wanted = [];
        var text = new LineText();
        using var lines = new LogLineReader(new MemoryStream(pair.Failing), 8192);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            text.Set(line);
            ulong hash = LineTemplate.Hash(text.Content);
            all.Add(hash);
            if (pair.Wanted.Contains(lines.Number))
            {
                wanted.Add(hash);
            }
        }

        return (all, wanted);
    }
}
