namespace CiFeatures.Features.Logs.Failures;

/// <summary>The weights that the program uses. They were fitted by <c>failing-lines DIR --fit</c> of the benchmarks; <c>docs/guide/failing-lines.md</c> says on what.</summary>
internal static class ShippedModels
{
    private static readonly FailureModel Compared = FailureModel.Of(
        threshold: 0.2,
        new Dictionary<LineFeature, double>
        {
            [LineFeature.Always] = -7.253,
            [LineFeature.ErrorLevel] = 1.576,
            [LineFeature.WarningLevel] = -1.191,
            [LineFeature.InfoLevel] = -3.021,
            [LineFeature.FailureWord] = 0.950,
            [LineFeature.ReasonPhrase] = 1.079,
            [LineFeature.Exception] = 1.424,
            [LineFeature.Frame] = 0.918,
            [LineFeature.Cause] = 0.946,
            [LineFeature.Diagnostic] = 0.961,
            [LineFeature.FailedTest] = 2.220,
            [LineFeature.Verdict] = -2.338,
            [LineFeature.Echo] = -0.573,
            [LineFeature.Success] = -2.013,
            [LineFeature.Wordless] = 0.008,
            [LineFeature.ZeroCount] = -1.502,
            [LineFeature.Novel] = 2.773,
            [LineFeature.NovelError] = 0.656,
            [LineFeature.KnownError] = -0.933,
            [LineFeature.InBlock] = -0.003,
            [LineFeature.InNovelBlock] = 2.034,
            [LineFeature.InStrongBlock] = 1.493,
            [LineFeature.InErrorRun] = 2.567,
            [LineFeature.AboveHot] = 0.692,
            [LineFeature.BelowHot] = 1.129,
            [LineFeature.BetweenHot] = 1.414,
            [LineFeature.NovelBesideHot] = 0.582,
            [LineFeature.InNovelRun] = 0.884,
            [LineFeature.Late] = 0.905,
        });

    private static readonly FailureModel Alone = FailureModel.Of(
        threshold: 0.3,
        new Dictionary<LineFeature, double>
        {
            [LineFeature.Always] = -7.942,
            [LineFeature.ErrorLevel] = 2.327,
            [LineFeature.WarningLevel] = -1.084,
            [LineFeature.InfoLevel] = -3.030,
            [LineFeature.FailureWord] = 0.921,
            [LineFeature.ReasonPhrase] = 1.792,
            [LineFeature.Exception] = 1.401,
            [LineFeature.Frame] = 0.703,
            [LineFeature.Cause] = 1.007,
            [LineFeature.Diagnostic] = 0.130,
            [LineFeature.FailedTest] = 6.173,
            [LineFeature.Verdict] = -2.019,
            [LineFeature.Echo] = -0.513,
            [LineFeature.Success] = -2.037,
            [LineFeature.Wordless] = -0.101,
            [LineFeature.ZeroCount] = -1.501,
            [LineFeature.Novel] = 2.000,
            [LineFeature.NovelError] = 1.000,
            [LineFeature.KnownError] = -1.000,
            [LineFeature.InBlock] = -0.046,
            [LineFeature.InNovelBlock] = 1.954,
            [LineFeature.InStrongBlock] = 3.629,
            [LineFeature.InErrorRun] = 1.312,
            [LineFeature.AboveHot] = 0.070,
            [LineFeature.BelowHot] = 0.541,
            [LineFeature.BetweenHot] = 0.567,
            [LineFeature.NovelBesideHot] = 1.115,
            [LineFeature.InNovelRun] = 0.500,
            [LineFeature.Late] = 3.086,
        });

    /// <summary>Gives the model for a log with passing logs to compare with, or without.</summary>
    public static FailureModel For(bool compared) => compared ? Compared : Alone;
}
