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

    /// <summary>The body of a dashboard's summary answer, to be completed with where it came from.</summary>
    /// <param name="dashboard">The dashboard's true name.</param>
    /// <exception cref="KeyNotFoundException">The dashboard was not named beforehand.</exception>
    public NewBody Summary(string dashboard) => new(SnapshotPaths.Summary(_dashboards[dashboard])) { Dashboard = dashboard };

    /// <summary>The body of a job's table answer, to be completed with where it came from.</summary>
    /// <param name="key">The true names of the dashboard and the job.</param>
    /// <exception cref="KeyNotFoundException">The job was not named beforehand.</exception>
    public NewBody Table(JobKey key) =>
        new(SnapshotPaths.Table(_dashboards[key.Dashboard], _jobs[key.Dashboard][key.Job])) { Dashboard = key.Dashboard, Job = key.Job };
}
