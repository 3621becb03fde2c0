namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>The features of all lines of a pair's failing log that are not blank, and which of them are wanted.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Numbers">Numbers of the lines, from 1.</param>
/// <param name="Features">Their features.</param>
/// <param name="Wanted">Whether each explains the failure.</param>
internal sealed record PairFeatures(LabelledPair Pair, long[] Numbers, ulong[] Features, bool[] Wanted)
{
    /// <summary>Computes them.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="compared">Whether the passing log is given.</param>
    public static PairFeatures Of(LabelledPair pair, bool compared)
    {
        var finder = new FailingLineFinder();
        if (compared)
        {
            finder.AddPassing(new MemoryStream(pair.Passing));
        }

        List<long> numbers = [];
        List<ulong> features = [];
        long total = finder.Trace(new MemoryStream(pair.Failing), (window, bits) =>
        {
            if (!window.Current!.IsBlank && (!pair.Neutral.Contains(window.Current.Number) || pair.Wanted.Contains(window.Current.Number)))
            {
                numbers.Add(window.Current.Number);
                features.Add(bits);
            }
        });
        return new PairFeatures(
            pair,
            [.. numbers],
            [.. features.Select((bits, i) => FailingLineFinder.Complete(bits, numbers[i], total))],
            [.. numbers.Select(pair.Wanted.Contains)]);
    }
}
