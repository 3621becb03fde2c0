using CiFeatures.Collection.Replay.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State;

namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>TestGrid's state objects of a snapshot: the configuration, summaries, tab states and test groups' grids.</summary>
/// <remarks>
/// Stored objects are served as they are; what the snapshot has from another source only is written as an object. A job of which the service
/// had the test group's grid only has no tab state here either. The list of objects is made when the bucket is first asked for something.
/// </remarks>
internal sealed class StateObjects : IBucketObjects
{
    private readonly SnapshotIndex _index;
    private readonly string _config;
    private readonly Lazy<(string[] Names, Dictionary<string, AnswerSource> Sources)> _objects;

    public StateObjects(SnapshotIndex index, string bucket)
    {
        _index = index;
        _config = $"gs://{bucket}/config";
        _objects = new Lazy<(string[], Dictionary<string, AnswerSource>)>(FindAll, LazyThreadSafetyMode.PublicationOnly);
    }

    public string[] Names => _objects.Value.Names;

    public BucketObject? Find(string name)
    {
        if (!_objects.Value.Sources.TryGetValue(name, out AnswerSource? source))
        {
            return null;
        }

        DateTimeOffset updated = source.Stored is null ? _index.Snapshot.Created : _index.Stored.TimeOf(source.Stored);
        return new BucketObject(name, ReplayAnswer.Bytes, updated, source.Stored is null ? new LaterBody(() => source.Write()) : _index.Stored.Body(source.Stored));
    }

    private (string[] Names, Dictionary<string, AnswerSource> Sources) FindAll()
    {
        Dictionary<string, AnswerSource> sources = new(StringComparer.Ordinal);
        SnapshotFile? stored = _index.Find(SnapshotFileKind.StateConfig);
        StateConfig config = stored is null ? WrittenConfig.Of(_index) : StateConfigReader.Read(_index.Snapshot.ReadBody(stored), []);
        Add(sources, () => _config, new AnswerSource(stored, () => StateConfigWriter.Write(config)));
        Dictionary<JobKey, string> groups = Groups(config);
        foreach (string dashboard in _index.Snapshot.Dashboards)
        {
            if (_index.HasSummary(dashboard))
            {
                AnswerSource summary = new(_index.Find(SnapshotFileKind.StateSummary, dashboard), () => StateSummaryWriter.Write(_index.Snapshot.ReadSummary(dashboard, [])!));
                Add(sources, () => StatePaths.Summary(_config, StatePaths.SummaryPrefix, dashboard), summary);
            }

            foreach (string job in _index.Snapshot.JobsWithTable(dashboard))
            {
                AddJob(sources, new JobKey(dashboard, job), groups.GetValueOrDefault(new JobKey(dashboard, job)));
            }
        }

        string[] names = [.. sources.Keys];
        Array.Sort(names, NameListing.Order);
        return (names, sources);
    }

    private void AddJob(Dictionary<string, AnswerSource> sources, JobKey key, string? group)
    {
        SnapshotFile? tab = _index.Find(SnapshotFileKind.StateTab, key.Dashboard, key.Job);
        SnapshotFile? grid = _index.Find(SnapshotFileKind.StateGroup, key.Dashboard, key.Job);
        AnswerSource written = new(null, () => StateGridWriter.Write(_index.Snapshot.ReadGrid(key, [])));
        if (tab is not null || grid is null)
        {
            Add(sources, () => StatePaths.TabState(_config, StatePaths.TabsPrefix, key.Dashboard, key.Job), tab is null ? written : new AnswerSource(tab, written.Write));
        }

        // What is stored of a tab is filtered by the tab's options, so it is no grid of the group.
        if (!string.IsNullOrEmpty(group) && (grid is not null || tab is null))
        {
            Add(sources, () => StatePaths.TestGroup(_config, StatePaths.GridPrefix, group), new AnswerSource(grid, written.Write));
        }
    }

    // Several jobs may show one group, and two dashboards may have one normal form; the first in order is served.
    private static void Add(Dictionary<string, AnswerSource> sources, Func<string> path, AnswerSource source)
    {
        try
        {
            sources.TryAdd(StatePaths.ObjectName(path()), source);
        }
        catch (CiFeaturesException)
        {
            // A name that cannot stand in an address has no object in a real bucket either.
        }
    }

    private static Dictionary<JobKey, string> Groups(StateConfig config)
    {
        Dictionary<JobKey, string> groups = [];
        foreach (StateDashboard dashboard in config.Dashboards)
        {
            foreach (StateTab tab in dashboard.Tabs)
            {
                groups.TryAdd(new JobKey(dashboard.Name, tab.Name), tab.TestGroup);
            }
        }

        return groups;
    }

    private sealed record AnswerSource(SnapshotFile? Stored, Func<byte[]> Write);
}
