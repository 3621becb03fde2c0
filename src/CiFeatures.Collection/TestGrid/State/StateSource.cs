using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.TestGrid.State;

/// <summary>The objects in the bucket: the configuration, the summary of each dashboard, the grid of each job or, where there is none, of its test group.</summary>
internal sealed class StateSource(SourceParts parts) : ITestGridSource
{
    private readonly BucketUrls _urls = new(parts.Options.Storage, parts.Options.Bucket);

    public TestGridSourceKind Kind => TestGridSourceKind.State;

    public Uri Address => _urls.Address;

    public ITestGridSource With(SourceParts other) => new StateSource(other);

    public IReadOnlyList<Wanted> First() =>
    [
        new()
        {
            About = AnswerPaths.StateConfig,
            Url = _urls.Of(_urls.Config),
            Title = "the configuration",
            Stage = Stages.Directory,
            IsListing = true,
            Read = body => Summaries(parts.Decoder.ReadStateConfig(body.Span, parts.Issues)),
            OnFailure = problem => new Instead(problem, [], EndsAll: true),
        },
    ];

    private Taken Summaries(StateConfig config)
    {
        Dictionary<string, StateDashboard> known = config.Dashboards.GroupBy(d => d.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        IReadOnlyList<string> dashboards = parts.TakeDashboards([.. known.Keys]);
        AnswerPaths paths = new(dashboards, []);
        return new Taken([.. dashboards.Select(dashboard => Summary(known[dashboard], dashboards, paths))])
        {
            LeftOut = parts.MissingDashboards([.. known.Keys], _urls.Of(_urls.Config)),
        };
    }

    /// <summary>A dashboard may have no summary; its jobs are there all the same.</summary>
    private Wanted Summary(StateDashboard dashboard, IReadOnlyList<string> dashboards, AnswerPaths paths) => new()
    {
        About = paths.StateSummary(dashboard.Name),
        Url = _urls.Of(StatePaths.Summary(_urls.Config, StatePaths.SummaryPrefix, dashboard.Name)),
        Title = $"summary of {dashboard.Name}",
        Stage = Stages.Dashboard,
        IsListing = true,
        Read = body => Grids(dashboard, dashboards, parts.Decoder.ReadStateSummary(body.Span, dashboard.Name, parts.Issues)),
        OnFailure = problem =>
        {
            Taken grids = Grids(dashboard, dashboards, null);
            return new Instead(problem is FetchFailure { Status: 403 or 404 } ? null : problem, grids.Next) { LeftOut = grids.LeftOut };
        },
    };

    private Taken Grids(StateDashboard dashboard, IReadOnlyList<string> dashboards, DashboardSummary? summary)
    {
        Dictionary<string, StateTab> tabs = dashboard.Tabs.GroupBy(t => t.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last(), StringComparer.Ordinal);
        AnswerPaths paths = new(dashboards, [.. tabs.Keys.Select(job => new JobKey(dashboard.Name, job))]);
        List<Wanted> next = [];
        List<SkippedItem> leftOut = [];
        foreach (string job in parts.Choice.Take(dashboard.Name, [.. tabs.Keys], summary, parts.Findings))
        {
            try
            {
                next.Add(Tab(new JobKey(dashboard.Name, job), tabs[job], paths));
            }
            catch (CiFeaturesException e)
            {
                // A name with a question mark, for example: no object can have it.
                leftOut.Add(new SkippedItem { Item = $"{_urls.Config}: {dashboard.Name} / {job}", Code = e.Code, Reason = e.Message });
            }
        }

        return new Taken(next) { LeftOut = leftOut };
    }

    // Who may not list a bucket is told 403 of objects that are not there; that the bucket can be read is known by then.
    private Wanted Tab(JobKey key, StateTab tab, AnswerPaths paths) =>
        Grid(key, paths.StateTab(key), StatePaths.TabState(_urls.Config, StatePaths.TabsPrefix, key.Dashboard, key.Job), "", body => parts.Decoder.ReadStateTab(body.Span, key, parts.Issues)) with
        {
            // Before a tab's state is written for the first time there is only the group's grid, which the tab shows a part of.
            OnFailure = problem => problem is FetchFailure { Status: 403 or 404 } && tab.TestGroup.Length > 0
                ? new Instead(null, [Group(key, tab, paths)])
                : new Instead(TestGridErrors.NoGrid(_urls.Of(_urls.Config), key, problem), []),
        };

    private Wanted Group(JobKey key, StateTab tab, AnswerPaths paths) =>
        Grid(key, paths.StateGroup(key), StatePaths.TestGroup(_urls.Config, StatePaths.GridPrefix, tab.TestGroup), ", group", body => parts.Decoder.ReadStateGroup(body.Span, key, tab.BaseOptions, parts.Issues));

    private Wanted Grid(JobKey key, NewBody about, string path, string what, Func<ReadOnlyMemory<byte>, JobGrid> read) => new()
    {
        About = about,
        Url = _urls.Of(path),
        Title = $"{key.Dashboard} / {key.Job}{what}",
        Stage = Stages.Job,
        OnFailure = problem => new Instead(TestGridErrors.NoGrid(_urls.Of(path), key, problem), []),
        Read = body =>
        {
            JobGrid grid = read(body);
            return new Taken([], grid.Tests.Count, grid.Runs.Count);
        },
    };
}
