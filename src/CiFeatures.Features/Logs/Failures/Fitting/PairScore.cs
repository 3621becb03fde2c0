namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>How well reported lines agree with the wanted ones of a pair; lines near them that are neither wanted nor wrong are not counted.</summary>
/// <param name="Hits">Wanted lines that were reported.</param>
/// <param name="Reported">Lines that were reported.</param>
/// <param name="Wanted">Lines that are wanted and not blank.</param>
internal readonly record struct PairScore(int Hits, int Reported, int Wanted)
{
    public double Precision => Reported == 0 ? 0 : (double)Hits / Reported;

    public double Recall => Wanted == 0 ? 0 : (double)Hits / Wanted;

    public double F1 => Reported + Wanted == 0 ? 0 : 2.0 * Hits / (Reported + Wanted);

    /// <summary>Scores the lines of a report.</summary>
    public static PairScore Of(LabelledPair pair, IEnumerable<long> reported)
    {
        HashSet<long> blank = Blanks(pair);
        long[] counted = [.. reported.Where(line => pair.Wanted.Contains(line) || !pair.Neutral.Contains(line)).Distinct()];
        return new PairScore(counted.Count(line => pair.Wanted.Contains(line) && !blank.Contains(line)), counted.Length, pair.Wanted.Count(line => !blank.Contains(line)));
    }

    /// <summary>Scores a model on the features of a pair.</summary>
    public static PairScore Of(PairFeatures pair, FailureModel model)
    {
        int hits = 0;
        int reported = 0;
        int wanted = 0;
        for (int i = 0; i < pair.Features.Length; i++)
        {
            bool report = model.Score(pair.Features[i]) >= model.Threshold;
            reported += report ? 1 : 0;
            wanted += pair.Wanted[i] ? 1 : 0;
            hits += report && pair.Wanted[i] ? 1 : 0;
        }

        return new PairScore(hits, reported, wanted);
    }

    private static HashSet<long> Blanks(LabelledPair pair)
    {
        HashSet<long> blank = [.. pair.Wanted];
        using var lines = new LogLineReader(new MemoryStream(pair.Failing), 8192);
        while (lines.TryRead(out ReadOnlySpan<byte> line))
        {
            if (!System.Text.Encoding.UTF8.GetString(line).AsSpan().IsWhiteSpace())
            {
                blank.Remove(lines.Number);
            }
        }

        return blank;
    }
}
