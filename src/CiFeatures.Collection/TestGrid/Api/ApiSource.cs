using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Collection.TestGrid.Api;

/// <summary>The v1 HTTP API: the list of dashboards, the jobs of each with their summaries, and for each job the columns and the rows.</summary>
internal sealed class ApiSource(SourceParts parts) : ITestGridSource
{
    private readonly ApiUrls _urls = new(parts.Options.Api);

    public TestGridSourceKind Kind => TestGridSourceKind.Api;

    public Uri Address => _urls.Address;

    public ITestGridSource With(SourceParts other) => new ApiSource(other);

    public IReadOnlyList<Wanted> First() => parts.Choice.Dashboards.KnownNames is { } names ? Lists(names) : [Directory()];

    private Wanted Directory() => new()
    {
        About = AnswerPaths.ApiDashboards,
        Url = _urls.Dashboards,
        Title = "the list of dashboards",
        Stage = Stages.Directory,
        IsListing = true,
        Read = body =>
        {
            IReadOnlyList<string> listed = Names(parts.Decoder.ReadApiDashboards(body.Span, parts.Issues));
            return new Taken(Lists(parts.TakeDashboards(listed))) { LeftOut = parts.MissingDashboards(listed, _urls.Dashboards) };
        },
        OnFailure = problem => new Instead(problem, [], EndsAll: true),
    };

    private IReadOnlyList<Wanted> Lists(IReadOnlyList<string> dashboards)
    {
        AnswerPaths paths = new(dashboards, []);
        return [.. dashboards.Select(dashboard => Tabs(dashboard, dashboards, paths))];
    }

    private Wanted Tabs(string dashboard, IReadOnlyList<string> dashboards, AnswerPaths paths)
    {
        Uri url = _urls.Tabs(dashboard);
        return new Wanted
        {
            About = paths.ApiTabs(dashboard),
            Url = url,
            Title = $"jobs of {dashboard}",
            Stage = Stages.Dashboard,
            IsListing = true,
            Read = body => new Taken([Summaries(dashboard, dashboards, Names(parts.Decoder.ReadApiTabs(body.Span, parts.Issues)), paths)]),
            OnFailure = problem =>
            {
                CiFeaturesException told = problem is FetchFailure { Status: 404 } ? TestGridErrors.UnknownDashboard(url, dashboard, problem) : problem;
                parts.Findings.Failed(told);
                return new Instead(told, []);
            },
        };
    }

    /// <summary>A dashboard may have no summary; its jobs are there all the same.</summary>
    private Wanted Summaries(string dashboard, IReadOnlyList<string> dashboards, IReadOnlyList<string> jobs, AnswerPaths paths) => new()
    {
        About = paths.ApiTabSummaries(dashboard),
        Url = _urls.TabSummaries(dashboard),
        Title = $"summaries of {dashboard}",
        Stage = Stages.Dashboard,
        IsListing = true,
        Read = body => new Taken(Grids(dashboard, dashboards, jobs, parts.Decoder.ReadApiSummary(body.Span, dashboard, parts.Issues))),
        OnFailure = problem => new Instead(problem is FetchFailure { Status: 404 } ? null : problem, Grids(dashboard, dashboards, jobs, null)),
    };

    private IReadOnlyList<Wanted> Grids(string dashboard, IReadOnlyList<string> dashboards, IReadOnlyList<string> jobs, DashboardSummary? summary)
    {
        AnswerPaths paths = new(dashboards, [.. jobs.Select(job => new JobKey(dashboard, job))]);
        return [.. parts.Choice.Take(dashboard, jobs, summary, parts.Findings).Select(job => Headers(new JobKey(dashboard, job), paths))];
    }

    /// <summary>The rows follow at once, so that a run that begins in between is unlikely to part them.</summary>
    private Wanted Headers(JobKey key, AnswerPaths paths) => new()
    {
        About = paths.ApiHeaders(key),
        Url = _urls.Headers(key),
        Title = $"{key.Dashboard} / {key.Job}, columns",
        Stage = Stages.Job,
        LeadsOn = true,
        OnFailure = problem => new Instead(TestGridErrors.NoGrid(_urls.Headers(key), key, problem), []),
        Read = body => new Taken([Rows(key, body, paths)]),
    };

    private Wanted Rows(JobKey key, ReadOnlyMemory<byte> headers, AnswerPaths paths) => new()
    {
        About = paths.ApiRows(key),
        Url = _urls.Rows(key),
        Title = $"{key.Dashboard} / {key.Job}, rows",
        Stage = Stages.JobRest,
        Read = body =>
        {
            JobGrid grid = parts.Decoder.ReadApiGrid(headers.Span, body.Span, key, parts.Issues);
            return new Taken([], grid.Tests.Count, grid.Runs.Count);
        },
    };

    private static IReadOnlyList<string> Names(IReadOnlyList<ApiResource> resources) =>
        [.. resources.Select(r => r.Name).Where(name => ApiNames.Normalize(name).Length > 0).Distinct(StringComparer.Ordinal)];
}
