namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>Scores on labelled pairs: of the shipped weights, and of weights fitted without the scored pair and its near repeats.</summary>
internal sealed class FailingLineEvaluation
{
    private readonly bool _compared;
    private readonly int[] _families;
    private readonly PairFeatures[] _features;

    /// <summary>Computes families and features.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="compared">Whether passing logs are given.</param>
    public FailingLineEvaluation(IReadOnlyList<LabelledPair> pairs, bool compared)
    {
        Pairs = pairs;
        _compared = compared;
        _families = PairFamilies.Of(pairs);
        _features = [.. pairs.Select(pair => PairFeatures.Of(pair, compared))];
    }

    public IReadOnlyList<LabelledPair> Pairs { get; }

    /// <summary>The family of each pair.</summary>
    public IReadOnlyList<int> Families => _families;

    /// <summary>Fits on all pairs.</summary>
    public FailureModel FitAll() => ModelFitter.Fit(_features, _compared);

    /// <summary>Scores each pair with weights and a threshold fitted on the pairs of other families only.</summary>
    public IReadOnlyList<PairScore> LeaveFamilyOut()
    {
        Dictionary<int, FailureModel> models = _families.Distinct().ToDictionary(family => family, family => ModelFitter.Fit([.. _features.Where((_, i) => _families[i] != family)], _compared));
        return [.. _features.Select((pair, i) => PairScore.Of(pair, models[_families[i]]))];
    }

    /// <summary>Scores what the program itself reports.</summary>
    public static IReadOnlyList<PairScore> Shipped(IReadOnlyList<LabelledPair> pairs, bool compared) =>
        [.. pairs.Select(pair =>
        {
            var finder = new FailingLineFinder();
            if (compared)
            {
                finder.AddPassing(new MemoryStream(pair.Passing));
            }

            return PairScore.Of(pair, finder.Find(new MemoryStream(pair.Failing)).Lines.Select(line => line.Line));
        })];
}
