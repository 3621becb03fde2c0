using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Discovery;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Collection.TestGrid.Legacy;

/// <summary>The legacy site: a page that names the dashboards, the summary of each, the table of each job.</summary>
internal sealed class LegacySource(SourceParts parts) : ITestGridSource
{
    private readonly LegacyUrls _urls = new(parts.Options.Site);

    public TestGridSourceKind Kind => TestGridSourceKind.Legacy;

    public Uri Address => _urls.Site;

    public ITestGridSource With(SourceParts other) => new LegacySource(other);

    public IReadOnlyList<Wanted> First() => parts.Choice.Dashboards.KnownNames is { } names ? Summaries(names) : [Directory()];

    private Wanted Directory()
    {
        Uri url = _urls.Page(parts.Options.DirectoryPage);
        return new Wanted
        {
            About = AnswerPaths.DashboardsPage,
            Url = url,
            Title = "the page with the dashboards",
            Stage = Stages.Directory,
            IsListing = true,
            Read = body =>
            {
                IReadOnlyList<string> listed = DashboardPage.Read(body.Span, url);
                return new Taken(Summaries(parts.TakeDashboards(listed))) { LeftOut = parts.MissingDashboards(listed, url) };
            },
            OnFailure = problem => new Instead(problem, [], EndsAll: true),
        };
    }

    private IReadOnlyList<Wanted> Summaries(IReadOnlyList<string> dashboards)
    {
        AnswerPaths paths = new(dashboards, []);
        return [.. dashboards.Select(dashboard => Summary(dashboard, dashboards, paths))];
    }

    private Wanted Summary(string dashboard, IReadOnlyList<string> dashboards, AnswerPaths paths)
    {
        Uri url = _urls.Summary(dashboard);
        return new Wanted
        {
            About = paths.Summary(dashboard),
            Url = url,
            Title = $"summary of {dashboard}",
            Stage = Stages.Dashboard,
            IsListing = true,
            Read = body =>
            {
                DashboardSummary summary = parts.Decoder.ReadSummary(body.Span, dashboard, parts.Issues);
                return new Taken(Tables(dashboard, dashboards, summary));
            },
            OnFailure = problem => parts.DashboardFailed(url, dashboard, problem),
        };
    }

    private IReadOnlyList<Wanted> Tables(string dashboard, IReadOnlyList<string> dashboards, DashboardSummary summary)
    {
        string[] jobs = [.. summary.Jobs.Select(j => j.Job).Distinct(StringComparer.Ordinal)];

        // A job's path does not depend on which other jobs were chosen.
        AnswerPaths paths = new(dashboards, [.. jobs.Select(job => new JobKey(dashboard, job))]);
        return [.. parts.Choice.Take(dashboard, jobs, summary, parts.Findings).Select(job => Table(new JobKey(dashboard, job), paths))];
    }

    private Wanted Table(JobKey key, AnswerPaths paths) => new()
    {
        About = paths.Table(key),
        Url = _urls.Table(key),
        Title = $"{key.Dashboard} / {key.Job}",
        Stage = Stages.Job,
        OnFailure = problem => new Instead(TestGridErrors.NoGrid(_urls.Table(key), key, problem), []),
        Read = body =>
        {
            JobGrid grid = parts.Decoder.ReadTable(body.Span, key, parts.Issues);
            return new Taken([], grid.Tests.Count, grid.Runs.Count);
        },
    };
}
