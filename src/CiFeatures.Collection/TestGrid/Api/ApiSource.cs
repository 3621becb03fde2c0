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
    // A grid whose columns change so often while it is asked for is left out.
    private const int MaxAttempts = 3;
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
            IReadOnlyList<string> taken = parts.TakeDashboards(listed);
            Dictionary<string, string> refused = Unaddressable(listed);
            return new Taken(Lists([.. taken.Where(name => !refused.ContainsKey(name))]))
            {
                LeftOut = [.. parts.MissingDashboards(listed, _urls.Dashboards), .. LeftOut(taken, refused, $"{_urls.Dashboards}: ")],
            };
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
            OnFailure = problem => parts.DashboardFailed(url, dashboard, problem),
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
        Read = body => Grids(dashboard, dashboards, jobs, parts.Decoder.ReadApiSummary(body.Span, dashboard, parts.Issues)),
        OnFailure = problem =>
        {
            Taken grids = Grids(dashboard, dashboards, jobs, null);
            return new Instead(problem is FetchFailure { Status: 404 } ? null : problem, grids.Next) { LeftOut = grids.LeftOut };
        },
    };

    private Taken Grids(string dashboard, IReadOnlyList<string> dashboards, IReadOnlyList<string> jobs, DashboardSummary? summary)
    {
        AnswerPaths paths = new(dashboards, [.. jobs.Select(job => new JobKey(dashboard, job))]);
        IReadOnlyList<string> taken = parts.Choice.Take(dashboard, jobs, summary, parts.Findings);
        Dictionary<string, string> refused = Unaddressable(jobs);
        return new Taken([.. taken.Where(job => !refused.ContainsKey(job)).Select(job => Headers(new JobKey(dashboard, job), paths, 1))])
        {
            LeftOut = LeftOut(taken, refused, $"{_urls.Tabs(dashboard)}: "),
        };
    }

    /// <summary>
    /// The rows follow at once. They come without the columns' names, so a run that begins in between would put every result into the wrong column:
    /// the columns are asked for once more after the rows, and when they have changed, both come again.
    /// </summary>
    private Wanted Headers(JobKey key, AnswerPaths paths, int attempt) => new()
    {
        About = paths.ApiHeaders(key),
        Url = _urls.Headers(key),
        Title = $"{key.Dashboard} / {key.Job}, columns",
        Stage = attempt == 1 ? Stages.Job : Stages.JobRest,
        LeadsOn = true,
        Partner = paths.ApiRows(key).Path,
        OnFailure = problem => new Instead(TestGridErrors.NoGrid(_urls.Headers(key), key, problem), []),
        Read = body => new Taken([Rows(key, body, paths, attempt)]),
    };

    private Wanted Rows(JobKey key, ReadOnlyMemory<byte> headers, AnswerPaths paths, int attempt) => new()
    {
        About = paths.ApiRows(key),
        Url = _urls.Rows(key),
        Title = $"{key.Dashboard} / {key.Job}, rows",
        Stage = Stages.JobRest,
        Partner = paths.ApiHeaders(key).Path,
        LeadsOnUnchanged = true,
        Restart = attempt < MaxAttempts ? Headers(key, paths, attempt + 1) : null,
        Read = body =>
        {
            JobGrid grid = parts.Decoder.ReadApiGrid(headers.Span, body.Span, key, parts.Issues);
            return new Taken([Check(key, paths, attempt)], grid.Tests.Count, grid.Runs.Count);
        },
    };

    private Wanted Check(JobKey key, AnswerPaths paths, int attempt) => new()
    {
        About = paths.ApiHeaders(key),
        Url = _urls.Headers(key),
        Title = $"{key.Dashboard} / {key.Job}, columns again",
        Stage = Stages.JobRest,
        IsCheck = true,

        // Whether something changed is not known then; most probably nothing did.
        OnFailure = _ => new Instead(null, []),
        Read = _ => new Taken(attempt < MaxAttempts ? [Headers(key, paths, attempt + 1)] : [])
        {
            Withdrawn = [paths.ApiHeaders(key).Path, paths.ApiRows(key).Path],
            LeftOut = attempt < MaxAttempts ? [] : [Skipped(TestGridErrors.KeepsChanging(_urls.Headers(key), key))],
        },
    };

    /// <summary>Names that the API does not tell apart, with the reason; the first of those that are one to it can be asked for.</summary>
    private static Dictionary<string, string> Unaddressable(IReadOnlyList<string> names)
    {
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        Dictionary<string, string> refused = new(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string normal = ApiNames.Normalize(name);
            if (normal.Length == 0)
            {
                refused[name] = $"'{name}' has no letter and no digit, so the API cannot be asked for it.";
            }
            else if (!first.TryAdd(normal, name))
            {
                refused[name] = $"To the API '{name}' is the same as '{first[normal]}', so it cannot be asked for.";
            }
        }

        return refused;
    }

    private static IReadOnlyList<SkippedItem> LeftOut(IReadOnlyList<string> taken, Dictionary<string, string> refused, string where) =>
        [.. taken.Where(refused.ContainsKey).Select(name => new SkippedItem { Item = where + name, Code = TestGridErrors.NotAddressable, Reason = refused[name] })];

    private static SkippedItem Skipped(CiFeaturesException problem) => new() { Item = problem.Place, Code = problem.Code, Reason = problem.Message };

    private static IReadOnlyList<string> Names(IReadOnlyList<ApiResource> resources) => [.. resources.Select(r => r.Name).Distinct(StringComparer.Ordinal)];
}
