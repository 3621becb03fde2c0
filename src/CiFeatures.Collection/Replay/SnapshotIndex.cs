using CiFeatures.Collection.Replay.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Collection.Replay;

/// <summary>Finds the stored bodies of a snapshot by the true names of what they are about.</summary>
internal sealed class SnapshotIndex
{
    private readonly Dictionary<(SnapshotFileKind Kind, string? Dashboard, string? Job), SnapshotFile> _files = [];
    private readonly HashSet<JobKey> _grids = [];

    public SnapshotIndex(SnapshotReader snapshot)
    {
        Snapshot = snapshot;
        Stored = new StoredFiles(snapshot);
        foreach (SnapshotFile file in snapshot.Manifest.Files)
        {
            if (file.Kind != SnapshotFileKind.Other && file.Build is null)
            {
                _files[(file.Kind, file.Dashboard, file.Job)] = file;
            }
        }

        foreach (string dashboard in snapshot.Dashboards)
        {
            _grids.UnionWith(snapshot.JobsWithTable(dashboard).Select(job => new JobKey(dashboard, job)));
        }
    }

    public SnapshotReader Snapshot { get; }

    public StoredFiles Stored { get; }

    public SnapshotFile? Find(SnapshotFileKind kind, string? dashboard = null, string? job = null) => _files.GetValueOrDefault((kind, dashboard, job));

    /// <summary>Whether the snapshot has a job's grid, from whatever source.</summary>
    public bool HasGrid(string dashboard, string job) => _grids.Contains(new JobKey(dashboard, job));

    /// <summary>Whether the snapshot has a dashboard's summary, from whatever source.</summary>
    public bool HasSummary(string dashboard) =>
        (Find(SnapshotFileKind.Summary, dashboard) ?? Find(SnapshotFileKind.StateSummary, dashboard) ?? Find(SnapshotFileKind.ApiTabSummaries, dashboard)) is not null;

    /// <summary>The jobs of a dashboard in ordinal order: those with a grid, and those that its summary names.</summary>
    /// <remarks>A summary that cannot be read names none; whoever asks for it is told.</remarks>
    public IReadOnlyList<string> JobsOf(string dashboard)
    {
        SortedSet<string> jobs = new(Snapshot.JobsWithTable(dashboard), StringComparer.Ordinal);
        try
        {
            jobs.UnionWith(Snapshot.ReadSummary(dashboard, [])?.Jobs.Select(j => j.Job) ?? []);
        }
        catch (CiFeaturesException)
        {
            // The jobs with a grid are left.
        }

        return [.. jobs];
    }

    /// <summary>An answer of stored bytes.</summary>
    public ReplayAnswer Answer(SnapshotFile file, string contentType) =>
        new() { ContentType = contentType, Body = Stored.Body(file), LastModified = Stored.TimeOf(file) };

    /// <summary>An answer of bytes that were made from what the snapshot has.</summary>
    public ReplayAnswer Made(ReadOnlyMemory<byte> bytes, string contentType) =>
        new() { ContentType = contentType, Body = new MadeBody(bytes), LastModified = Snapshot.Created };
}
