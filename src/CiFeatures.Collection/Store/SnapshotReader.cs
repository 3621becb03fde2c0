using CiFeatures.Collection.Answers;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Collection.Store;

/// <summary>Reads a complete snapshot. Every body is checked against the manifest's length and hash before it is decoded.</summary>
/// <remarks>Holds nothing but the manifest, so that memory does not grow with what was read. Safe to call from several threads.</remarks>
public sealed class SnapshotReader : ISnapshotReader
{
    private readonly IAnswerDecoder _decoder;
    private readonly Dictionary<string, SnapshotFile> _summaries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, SnapshotFile>> _tables = new(StringComparer.Ordinal);

    internal SnapshotReader(string folder, SnapshotManifest manifest, IAnswerDecoder decoder)
    {
        Folder = folder;
        Manifest = manifest;
        _decoder = decoder;
        foreach (SnapshotFile file in manifest.Files)
        {
            Add(file);
        }

        Dashboards = [.. _tables.Keys];
    }

    /// <summary>The snapshot's folder.</summary>
    public string Folder { get; }

    /// <summary>The snapshot's manifest.</summary>
    public SnapshotManifest Manifest { get; }

    /// <inheritdoc/>
    public string SnapshotId => Manifest.Id;

    /// <inheritdoc/>
    public DateTimeOffset Created => Manifest.Created;

    /// <inheritdoc/>
    public string Fingerprint => Manifest.Fingerprint;

    /// <inheritdoc/>
    public IReadOnlyList<string> Dashboards { get; }

    /// <inheritdoc/>
    /// <returns>Empty for a dashboard that the snapshot does not have.</returns>
    public IReadOnlyList<string> JobsWithTable(string dashboard) =>
        _tables.TryGetValue(dashboard, out SortedDictionary<string, SnapshotFile>? jobs) ? [.. jobs.Keys] : [];

    /// <inheritdoc/>
    public DashboardSummary? ReadSummary(string dashboard, ICollection<DecodeIssue> issues)
    {
        if (!_summaries.TryGetValue(dashboard, out SnapshotFile? file))
        {
            return null;
        }

        byte[] body = ReadBody(file);
        return Decoded(file, () => _decoder.ReadSummary(body, dashboard, issues));
    }

    /// <inheritdoc/>
    public JobGrid ReadGrid(JobKey key, ICollection<DecodeIssue> issues)
    {
        if (!_tables.TryGetValue(key.Dashboard, out SortedDictionary<string, SnapshotFile>? jobs) || !jobs.TryGetValue(key.Job, out SnapshotFile? file))
        {
            throw CollectionErrors.NoSuchAnswer(Folder, key.ToString());
        }

        byte[] body = ReadBody(file);
        return Decoded(file, () => _decoder.ReadTable(body, key, issues));
    }

    /// <summary>The bytes of a stored body after content decoding, whatever it is.</summary>
    /// <param name="file">An entry of <see cref="Manifest"/>.</param>
    /// <exception cref="CiFeaturesException">The file is missing (CIF1208) or holds other bytes (CIF1209); the place names it.</exception>
    public byte[] ReadBody(SnapshotFile file) => StoredBody.Read(Folder, file, _decoder.Limits.MaxDocumentBytes);

    private void Add(SnapshotFile file)
    {
        if (file.Kind == SnapshotFileKind.Other)
        {
            return;
        }

        if (!_tables.TryGetValue(file.Dashboard!, out SortedDictionary<string, SnapshotFile>? jobs))
        {
            _tables.Add(file.Dashboard!, jobs = new SortedDictionary<string, SnapshotFile>(StringComparer.Ordinal));
        }

        // The path follows from the names, but a name has two spellings; a manifest with both is not one of ours.
        bool added = file.Kind == SnapshotFileKind.Summary ? _summaries.TryAdd(file.Dashboard!, file) : jobs.TryAdd(file.Job!, file);
        if (!added)
        {
            throw CollectionErrors.BadManifest(Path.Combine(Folder, SnapshotPaths.Manifest), $"it has two answers for dashboard '{file.Dashboard}' and job '{file.Job}'.");
        }
    }

    private T Decoded<T>(SnapshotFile file, Func<T> decode)
    {
        try
        {
            return decode();
        }
        catch (CiFeaturesException e)
        {
            throw CollectionErrors.Unreadable(StoredBody.FullPath(Folder, file.Path), e);
        }
    }
}
