using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.Store.Manifests;

/// <summary>
/// Which body of a snapshot each summary and each grid is read from: of the sources that have it, the first in the order legacy answer, state
/// object of the tab, state object of the test group, v1 API.
/// </summary>
internal sealed class AnswerIndex
{
    private static readonly SnapshotFileKind[] SummaryKinds = [SnapshotFileKind.Summary, SnapshotFileKind.StateSummary, SnapshotFileKind.ApiTabSummaries];
    private static readonly SnapshotFileKind[] GridKinds = [SnapshotFileKind.Table, SnapshotFileKind.StateTab, SnapshotFileKind.StateGroup, SnapshotFileKind.ApiRows];

    private readonly Dictionary<(SnapshotFileKind Kind, string Dashboard, string Job), SnapshotFile> _files = [];
    private readonly Dictionary<string, SnapshotFile> _summaries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, GridSource>> _grids = new(StringComparer.Ordinal);

    /// <summary>Indexes the files of a manifest.</summary>
    /// <param name="files">The files.</param>
    public AnswerIndex(IEnumerable<SnapshotFile> files)
    {
        foreach (SnapshotFile file in files)
        {
            // The path follows from the names, but a name has two spellings; a manifest with both is not one of ours.
            if (file.Kind is not (SnapshotFileKind.Other or SnapshotFileKind.BuildListing or SnapshotFileKind.BuildFile) && !_files.TryAdd((file.Kind, file.Dashboard ?? "", file.Job ?? ""), file))
            {
                Twice ??= file;
            }
        }

        foreach (SnapshotFile file in _files.Values)
        {
            if (SummaryKinds.Contains(file.Kind))
            {
                JobsOf(file.Dashboard!);
                _summaries.TryAdd(file.Dashboard!, SummaryKinds.Select(k => _files.GetValueOrDefault((k, file.Dashboard!, ""))).First(f => f is not null)!);
            }
            else if (GridKinds.Contains(file.Kind) && SourceOf(file.Dashboard!, file.Job!) is { } source)
            {
                JobsOf(file.Dashboard!).TryAdd(file.Job!, source);
            }
        }
    }

    /// <summary>A second body for the same answer, which a sound manifest does not have; null when there is none.</summary>
    public SnapshotFile? Twice { get; }

    /// <summary>The bodies that the summaries are read from, by dashboard.</summary>
    public IReadOnlyDictionary<string, SnapshotFile> Summaries => _summaries;

    /// <summary>The dashboards that have a summary or a grid, in ordinal order.</summary>
    public IReadOnlyCollection<string> Dashboards => _grids.Keys;

    /// <summary>All grids, in ordinal order of dashboards and jobs.</summary>
    public IEnumerable<GridSource> Grids => _grids.Values.SelectMany(jobs => jobs.Values);

    /// <summary>The jobs of a dashboard that have a grid, in ordinal order; none for a dashboard that is not there.</summary>
    public IReadOnlyCollection<string> Jobs(string dashboard) => _grids.TryGetValue(dashboard, out SortedDictionary<string, GridSource>? jobs) ? jobs.Keys : [];

    /// <summary>Where the grid of a job is read from; null when the snapshot does not have it.</summary>
    public GridSource? Grid(JobKey key) =>
        _grids.TryGetValue(key.Dashboard, out SortedDictionary<string, GridSource>? jobs) && jobs.TryGetValue(key.Job, out GridSource? source) ? source : null;

    /// <summary>The file of a kind that belongs to a dashboard and a job; null when the snapshot does not have it.</summary>
    public SnapshotFile? File(SnapshotFileKind kind, string dashboard, string job) => _files.GetValueOrDefault((kind, dashboard, job));

    private GridSource? SourceOf(string dashboard, string job)
    {
        foreach (SnapshotFileKind kind in GridKinds)
        {
            if (_files.TryGetValue((kind, dashboard, job), out SnapshotFile? file))
            {
                SnapshotFile? headers = kind == SnapshotFileKind.ApiRows ? _files.GetValueOrDefault((SnapshotFileKind.ApiHeaders, dashboard, job)) : null;
                return kind == SnapshotFileKind.ApiRows && headers is null ? null : new GridSource(file, headers);
            }
        }

        return null;
    }

    private SortedDictionary<string, GridSource> JobsOf(string dashboard)
    {
        if (!_grids.TryGetValue(dashboard, out SortedDictionary<string, GridSource>? jobs))
        {
            _grids.Add(dashboard, jobs = new SortedDictionary<string, GridSource>(StringComparer.Ordinal));
        }

        return jobs;
    }
}

/// <summary>The body or bodies that a grid is read from.</summary>
/// <param name="File">The table answer, the state object, or the rows of the v1 API; its entry has the numbers of tests and runs.</param>
/// <param name="Headers">The columns of the v1 API; null for other sources.</param>
internal sealed record GridSource(SnapshotFile File, SnapshotFile? Headers);
