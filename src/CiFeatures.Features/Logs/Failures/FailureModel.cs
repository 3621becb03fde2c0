using System.Numerics;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>A logistic model over <see cref="LineFeature"/>s, and the score from which a line is reported.</summary>
internal sealed class FailureModel(IReadOnlyList<double> weights, double threshold)
{
    /// <summary>Number of features.</summary>
    public static readonly int Features = Enum.GetValues<LineFeature>().Length;

    /// <summary>One weight for each feature.</summary>
    public IReadOnlyList<double> Weights => weights;

    /// <summary>The lowest score that is reported, 0 to 1.</summary>
    public double Threshold => threshold;

    /// <summary>Makes a model of weights by name; features without a weight count nothing.</summary>
    public static FailureModel Of(double threshold, IReadOnlyDictionary<LineFeature, double> weights) =>
        new([.. Enum.GetValues<LineFeature>().Select(feature => weights.GetValueOrDefault(feature))], threshold);

    /// <summary>Gives the score of a line, 0 to 1.</summary>
    /// <param name="features">One bit for each <see cref="LineFeature"/>.</param>
    public double Score(ulong features)
    {
        double sum = 0;
        for (ulong rest = features; rest != 0; rest &= rest - 1)
        {
            sum += weights[BitOperations.TrailingZeroCount(rest)];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
