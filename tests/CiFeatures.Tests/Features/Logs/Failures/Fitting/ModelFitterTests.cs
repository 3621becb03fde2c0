using CiFeatures.Features.Logs.Failures;
using CiFeatures.Features.Logs.Failures.Fitting;

namespace CiFeatures.Tests.Features.Logs.Failures.Fitting;

public class ModelFitterTests
{
    private const ulong Always = 1;
    private const ulong Echo = 1UL << (int)LineFeature.Echo;
    private const ulong Error = 1UL << (int)LineFeature.ErrorLevel;

    [Fact]
    public void Fit_LinesThatAlwaysExplain_GetAScoreAboveTheThreshold()
    {
        // The contrary of what the prior says, so that it has to be learnt.
        PairFeatures[] pairs = [.. Enumerable.Range(0, 40).Select(_ => Pair((Always | Echo, true, 10), (Always | Error, false, 10), (Always, false, 10)))];

        FailureModel model = ModelFitter.Fit(pairs, compared: true);

        model.Score(Always | Echo).ShouldBeGreaterThan(model.Threshold);
        model.Score(Always | Error).ShouldBeLessThan(model.Threshold);
        PairScore.Of(pairs[0], model).F1.ShouldBe(1);
    }

    [Fact]
    public void Fit_FeatureThatNoPairHas_KeepsItsPrior()
    {
        FailureModel model = ModelFitter.Fit([Pair((Always | Error, true, 3), (Always, false, 30))], compared: true);

        model.Weights[(int)LineFeature.FailedTest].ShouldBe(PriorWeights.For(compared: true)[(int)LineFeature.FailedTest], 1e-9);
    }

    [Fact]
    public void Fit_SamePairs_GivesTheSameWeights()
    {
        PairFeatures[] pairs = [Pair((Always | Error, true, 3), (Always, false, 30)), Pair((Always | Echo, false, 3), (Always | Error, true, 2))];

        ModelFitter.Fit(pairs, compared: false).Weights.ShouldBe(ModelFitter.Fit(pairs, compared: false).Weights);
    }

    private static PairFeatures Pair(params (ulong Bits, bool Wanted, int Count)[] lines)
    {
        (ulong Bits, bool Wanted)[] all = [.. lines.SelectMany(line => Enumerable.Repeat((line.Bits, line.Wanted), line.Count))];
        var pair = new LabelledPair("g", "n", [], [], new HashSet<long>(), new HashSet<long>());
        return new PairFeatures(pair, [.. Enumerable.Range(1, all.Length)], [.. all.Select(line => line.Bits)], [.. all.Select(line => line.Wanted)]);
    }
}
