namespace CiFeatures.Features.Logs.Terms;

/// <summary>Which terms of logs are kept.</summary>
public sealed record TermOptions
{
    /// <summary>The least share of logs that have a term; the least number of logs where it is above 1.</summary>
    /// <value>0.03, as in the notebook of build logs.</value>
    public double MinDf { get; init; } = 0.03;

    /// <summary>The most different terms that are remembered while logs are read; later ones are left out and counted.</summary>
    /// <value>1,000,000.</value>
    public int MaxTerms { get; init; } = 1_000_000;
}
