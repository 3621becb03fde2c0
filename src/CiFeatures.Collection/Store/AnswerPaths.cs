using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.Store;

/// <summary>Gives the answers of one snapshot their paths. All names that share a folder are known beforehand, so the order of writing does not matter.</summary>
public sealed class AnswerPaths
{
    private readonly IReadOnlyDictionary<string, string> _dashboards;
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _jobs;

    /// <summary>Names the answers.</summary>
    /// <param name="dashboards">All dashboards of the snapshot; those of <paramref name="jobs"/> need not be repeated.</param>
    /// <param name="jobs">All jobs of the snapshot.</param>
    public AnswerPaths(IEnumerable<string> dashboards, IReadOnlyCollection<JobKey> jobs)
    {
        _dashboards = SafeNames.EncodeAll(dashboards.Concat(jobs.Select(key => key.Dashboard)));
        _jobs = jobs.GroupBy(key => key.Dashboard, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => SafeNames.EncodeAll(group.Select(key => key.Job)), StringComparer.Ordinal);
    }

    /// <summary>The body of the page that carries the list of dashboards, to be completed with where it came from.</summary>
    public static NewBody DashboardsPage => new(SnapshotPaths.DashboardsPage);

    /// <summary>The body of the v1 API's list of dashboards, to be completed with where it came from.</summary>
    public static NewBody ApiDashboards => new(SnapshotPaths.ApiDashboards);

    /// <summary>The body of the bucket's configuration, to be completed with where it came from.</summary>
    public static NewBody StateConfig => new(SnapshotPaths.StateConfig);

    /// <summary>The body of a dashboard's summary answer, to be completed with where it came from.</summary>
    /// <param name="dashboard">The dashboard's true name.</param>
    /// <exception cref="KeyNotFoundException">The dashboard was not named beforehand.</exception>
    public NewBody Summary(string dashboard) => OfDashboard(SnapshotPaths.Summary, dashboard);

    /// <summary>The body of a job's table answer, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody Table(JobKey key) => OfJob(SnapshotPaths.Table, key);

    /// <summary>The body of the v1 API's list of a dashboard's tabs, to be completed with where it came from.</summary>
    /// <param name="dashboard">The dashboard's true name.</param>
    /// <exception cref="KeyNotFoundException">The dashboard was not named beforehand.</exception>
    public NewBody ApiTabs(string dashboard) => OfDashboard(SnapshotPaths.ApiTabs, dashboard);

    /// <summary>The body of the v1 API's summaries of a dashboard's tabs, to be completed with where it came from.</summary>
    /// <param name="dashboard">The dashboard's true name.</param>
    /// <exception cref="KeyNotFoundException">The dashboard was not named beforehand.</exception>
    public NewBody ApiTabSummaries(string dashboard) => OfDashboard(SnapshotPaths.ApiTabSummaries, dashboard);

    /// <summary>The body of the v1 API's columns of a job's grid, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody ApiHeaders(JobKey key) => OfJob(SnapshotPaths.ApiHeaders, key);

    /// <summary>The body of the v1 API's rows of a job's grid, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody ApiRows(JobKey key) => OfJob(SnapshotPaths.ApiRows, key);

    /// <summary>The body of a dashboard's summary object, to be completed with where it came from.</summary>
    /// <param name="dashboard">The dashboard's true name.</param>
    /// <exception cref="KeyNotFoundException">The dashboard was not named beforehand.</exception>
    public NewBody StateSummary(string dashboard) => OfDashboard(SnapshotPaths.StateSummary, dashboard);

    /// <summary>The body of a job's own state object, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody StateTab(JobKey key) => OfJob(SnapshotPaths.StateTab, key);

    /// <summary>The body of the grid object of the test group behind a job, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody StateGroup(JobKey key) => OfJob(SnapshotPaths.StateGroup, key);

    private NewBody OfDashboard(Func<string, string> path, string dashboard) => new(path(_dashboards[dashboard])) { Dashboard = dashboard };

    private NewBody OfJob(Func<string, string, string> path, JobKey key) =>
        new(path(_dashboards[key.Dashboard], _jobs[key.Dashboard][key.Job])) { Dashboard = key.Dashboard, Job = key.Job };
}
