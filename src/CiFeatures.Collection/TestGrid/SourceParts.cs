using CiFeatures.Collection.Answers;
using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Choice;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>What every source works with.</summary>
/// <param name="Options">The options of the collection.</param>
/// <param name="Choice">What is taken.</param>
/// <param name="Findings">What is learnt.</param>
/// <param name="Decoder">Reads answers.</param>
/// <param name="Issues">Gets the repairs that answers need.</param>
internal sealed record SourceParts(CollectOptions Options, JobChoice Choice, Findings Findings, IAnswerDecoder Decoder, ICollection<DecodeIssue> Issues)
{
    /// <summary>The dashboards that are taken of those that there are.</summary>
    public IReadOnlyList<string> TakeDashboards(IReadOnlyList<string> listed)
    {
        Findings.Listed(listed);

        // A name that is a way in a path is no name; a page that has one is not worth failing for.
        return [.. listed.Where(name => name is not ("" or "." or "..")).Where(Choice.Dashboards.Takes).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What follows where a dashboard's own listing cannot be had: it is told, and the other dashboards go on.</summary>
    /// <param name="url">What was asked for.</param>
    /// <param name="dashboard">The dashboard.</param>
    /// <param name="problem">Why it cannot be had.</param>
    public Instead DashboardFailed(Uri url, string dashboard, CiFeaturesException problem)
    {
        CiFeaturesException told = problem is FetchFailure { Status: 404 } ? TestGridErrors.UnknownDashboard(url, dashboard, problem) : problem;
        Findings.Failed(told);
        return new Instead(told, []);
    }

    /// <summary>The dashboards that were asked for to the letter and that are not there.</summary>
    /// <param name="listed">Those that there are.</param>
    /// <param name="url">Who says so.</param>
    public IReadOnlyList<SkippedItem> MissingDashboards(IReadOnlyList<string> listed, Uri url) =>
    [
        .. Choice.Dashboards.Named.Except(listed, StringComparer.Ordinal).Where(Choice.Dashboards.Takes)
            .Select(name => TestGridErrors.UnknownDashboard(url, name))
            .Select(problem => new SkippedItem { Item = problem.Place, Code = problem.Code, Reason = problem.Message }),
    ];
}
