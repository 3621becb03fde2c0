using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The configuration of an instance that has just what a snapshot has, for snapshots without a stored one.</summary>
internal static class WrittenConfig
{
    /// <summary>Makes the configuration. Each job has a test group of its own: named like the job where no other dashboard has such a job.</summary>
    public static StateConfig Of(SnapshotIndex index)
    {
        (string Dashboard, IReadOnlyList<string> Jobs)[] all = [.. index.Snapshot.Dashboards.Select(d => (d, index.JobsOf(d)))];
        HashSet<string> once = new(all.SelectMany(d => d.Jobs).GroupBy(j => j, StringComparer.Ordinal).Where(g => g.Count() == 1).Select(g => g.Key), StringComparer.Ordinal);
        StateDashboard[] dashboards =
        [
            .. all.Select(d => new StateDashboard
            {
                Name = d.Dashboard,
                Tabs = [.. d.Jobs.Select(j => new StateTab { Name = j, TestGroup = once.Contains(j) ? j : $"{d.Dashboard}-{j}" })],
            }),
        ];
        return new StateConfig
        {
            Dashboards = dashboards,
            TestGroups = [.. dashboards.SelectMany(d => d.Tabs).Select(t => t.TestGroup).Distinct(StringComparer.Ordinal).Select(g => new StateTestGroup { Name = g })],
        };
    }
}
