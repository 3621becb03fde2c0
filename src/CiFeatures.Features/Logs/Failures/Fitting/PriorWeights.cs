namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>Weights from common knowledge of logs, towards which fitted weights are pulled. Few pairs are labelled, and most kinds of log are not among them: what
/// the pairs say nothing about stays as it is here.</summary>
internal static class PriorWeights
{
    private static readonly Dictionary<LineFeature, double> Compared = new()
    {
        [LineFeature.Always] = -5,
        [LineFeature.ErrorLevel] = 1.5,
        [LineFeature.WarningLevel] = -1,
        [LineFeature.InfoLevel] = -3,
        [LineFeature.FailureWord] = 1,
        [LineFeature.ReasonPhrase] = 1,
        [LineFeature.Exception] = 1.5,
        [LineFeature.Frame] = 1,
        [LineFeature.Cause] = 1,
        [LineFeature.Diagnostic] = 1,
        [LineFeature.FailedTest] = 2,
        [LineFeature.Verdict] = -2,
        [LineFeature.Echo] = -1,
        [LineFeature.Success] = -2,
        [LineFeature.Wordless] = -0.5,
        [LineFeature.ZeroCount] = -1.5,
        [LineFeature.Novel] = 2,
        [LineFeature.NovelError] = 1,
        [LineFeature.KnownError] = -1,
        [LineFeature.InNovelBlock] = 2,
        [LineFeature.InStrongBlock] = 1.5,
        [LineFeature.InErrorRun] = 2.5,
        [LineFeature.AboveHot] = 0.5,
        [LineFeature.BelowHot] = 0.5,
        [LineFeature.BetweenHot] = 1,
        [LineFeature.NovelBesideHot] = 0.5,
        [LineFeature.InNovelRun] = 0.5,
        [LineFeature.Late] = 0.5,
    };

    /// <summary>Gives one weight for each feature.</summary>
    /// <param name="compared">Whether there are passing logs. Without, the end of the log has to say more.</param>
    public static double[] For(bool compared)
    {
        double[] weights = [.. Enum.GetValues<LineFeature>().Select(feature => Compared.GetValueOrDefault(feature))];
        if (!compared)
        {
            weights[(int)LineFeature.Always] = -4.5;
            weights[(int)LineFeature.Late] = 1.5;
            weights[(int)LineFeature.ErrorLevel] = 3;
            weights[(int)LineFeature.FailedTest] = 6;
            weights[(int)LineFeature.InStrongBlock] = 2;
        }

        return weights;
    }
}
