using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Tests.Features.Extraction;

/// <summary>A snapshot held in memory, with answers that can be unreadable.</summary>
internal sealed class MemorySnapshot(string id = "2021-07-28T131018Z") : ISnapshotReader
{
    private readonly Dictionary<JobKey, Func<JobGrid>> _grids = [];
    private readonly Dictionary<string, Func<DashboardSummary>> _summaries = [];

    public string SnapshotId => id;

    public DateTimeOffset Created => DateTimeOffset.UnixEpoch;

    public string Fingerprint => "";

    public IReadOnlyList<string> Dashboards =>
        [.. _summaries.Keys.Concat(_grids.Keys.Select(k => k.Dashboard)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Gets or sets what is done when a grid is read.</summary>
    public Action<JobKey> OnRead { get; set; } = _ => { };

    public MemorySnapshot Add(JobGrid grid) => Add(grid.Key, () => grid);

    public MemorySnapshot Add(JobKey key, Func<JobGrid> grid)
    {
        _grids.Add(key, grid);
        return this;
    }

    public MemorySnapshot Add(string dashboard, params JobSummary[] jobs)
    {
        _summaries.Add(dashboard, () => new DashboardSummary(dashboard, jobs));
        return this;
    }

    public MemorySnapshot AddUnreadable(JobKey key, ErrorKind kind = ErrorKind.BadInput) => Add(key, () => throw Unreadable(kind));

    public MemorySnapshot AddUnreadableSummary(string dashboard)
    {
        _summaries.Add(dashboard, () => throw Unreadable(ErrorKind.BadInput));
        return this;
    }

    public IReadOnlyList<string> JobsWithTable(string dashboard) =>
        [.. _grids.Keys.Where(k => k.Dashboard == dashboard).Select(k => k.Job).Order(StringComparer.Ordinal)];

    public DashboardSummary? ReadSummary(string dashboard, ICollection<DecodeIssue> issues) =>
        _summaries.TryGetValue(dashboard, out Func<DashboardSummary>? summary) ? summary() : null;

    public JobGrid ReadGrid(JobKey key, ICollection<DecodeIssue> issues)
    {
        OnRead(key);
        return _grids[key]();
    }

    private static CiFeaturesException Unreadable(ErrorKind kind) => new("CIF1199", kind, "It ends too early.", "file.json.gz, byte 7", "Fetch it again.");
}
