using System.Text.Json;
using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store;

/// <summary>Writes one snapshot. Until <see cref="Complete"/> it has no manifest and counts as incomplete.</summary>
/// <remarks>
/// Bodies may be written from several threads. <see cref="SnapshotStore.Create"/> and <see cref="SnapshotStore.CreateOrResume"/> make writers.
/// The writers of the latter keep a journal, so that another one can go on when this one is disposed or killed.
/// </remarks>
public sealed partial class SnapshotWriter : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SnapshotClaim _claim;
    private readonly SnapshotSource _source;
    private readonly FormerSnapshots _former;
    private readonly SnapshotJournal? _journal;
    private readonly long _maxBytes;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SnapshotFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SnapshotFile> _recovered = new(StringComparer.Ordinal);
    private readonly List<SkippedItem> _skipped = [];
    private readonly HashSet<MissingFile> _missing = [];
    private readonly IncomingFiles _incoming;
    private bool _ended;

    internal SnapshotWriter(SnapshotClaim claim, SnapshotSource source, FormerSnapshots former, long maxBytes, WriterState? state = null)
    {
        _claim = claim;
        _source = source;
        _former = former;
        _maxBytes = maxBytes;
        _journal = state?.Journal;
        _incoming = new IncomingFiles(claim.Folder);
        Started = state?.Header.Started ?? claim.Id.Created;
        Resumes = state?.Header.Resumes ?? 0;
        EarlierTransfer = state?.Header.Transfer;
        foreach (SnapshotFile file in state?.Recovered ?? [])
        {
            _paths.Add(file.Path, file.Path);
            _files.Add(file.Path, file);
            _recovered.Add(file.Path, file);
        }

        _missing.UnionWith(state?.Missing ?? []);
        RecoveredFiles = _recovered.Count;
    }

    /// <summary>The snapshot's id.</summary>
    public string SnapshotId => _claim.Id.ToString();

    /// <summary>When the snapshot was made, UTC, whole seconds.</summary>
    public DateTimeOffset Created => _claim.Id.Created;

    /// <summary>The snapshot's folder.</summary>
    public string Folder => _claim.Folder;

    /// <summary>How many bodies became a hard link to the same body of a former snapshot.</summary>
    public int LinkedFiles { get; private set; }

    /// <summary>Stores a body. When this returns, it is on the disk under its name.</summary>
    /// <param name="about">What is known about it.</param>
    /// <param name="body">The body after content decoding.</param>
    /// <returns>The manifest's entry.</returns>
    /// <remarks>A body that was recovered may be replaced once.</remarks>
    /// <exception cref="CiFeaturesException">The path is taken, or the body cannot be written; nothing half-written is left under its name.</exception>
    /// <exception cref="ArgumentException">The path is not one inside a snapshot, or not that of the dashboard and job.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public SnapshotFile Write(NewBody about, ReadOnlySpan<byte> body)
    {
        Check(about);
        return Store(Entry(about, BodyHash.Of(body), body.Length), body);
    }

    /// <summary>Notes that something was left out.</summary>
    /// <param name="item">What and why.</param>
    public void Skip(SkippedItem item)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            _skipped.Add(item);
        }
    }

    /// <summary>Writes the manifest; from then on the snapshot is complete and does not change.</summary>
    /// <param name="transfer">What it took to collect it; how often it was taken up again is filled in. Null for what did not come over a network.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="CiFeaturesException">The manifest cannot be written; the snapshot stays incomplete.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public SnapshotManifest Complete(SnapshotTransfer? transfer = null)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            SnapshotManifest manifest = SnapshotManifest.Create(SnapshotId, Created, _source, _files.Values, _skipped, transfer is null ? null : transfer with { Resumed = Resumes }, _missing);
            byte[] json = [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.SnapshotManifest), (byte)'\n'];
            FlushFolders();
            _incoming.Remove();
            AtomicFile.Write(Path.Combine(Folder, SnapshotPaths.Manifest), json);

            // From here on it is complete; what is left of the writer does no harm when it stays.
            FolderFlush.Try(Folder);
            FolderFlush.Try(Path.GetDirectoryName(Folder)!);
            _ended = true;
            _journal?.Remove();
            _claim.Release();
            return manifest;
        }
    }

    /// <summary>Removes what was written. Does nothing to a complete snapshot.</summary>
    public void Discard()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _ended = true;
                _journal?.Dispose();
                _claim.Undo();
            }
        }
    }

    /// <summary>Ends writing. Without <see cref="Complete"/> the snapshot stays in the store as incomplete, and can be resumed if it was begun so.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _journal?.Dispose();
            _claim.Dispose();
        }
    }

    private static void Check(NewBody about)
    {
        if (!SnapshotPaths.IsSafe(about.Path) || !SnapshotPaths.BelongsTo(about.Path, about.Dashboard, about.Job, about.Build, about.Artifact))
        {
            throw new ArgumentException($"'{about.Path}' is not the path of dashboard '{about.Dashboard}' and job '{about.Job}' inside a snapshot.", nameof(about));
        }
    }

    private static SnapshotFile Entry(NewBody about, string sha256, long bytes) => new()
    {
        Path = about.Path,
        Dashboard = about.Dashboard,
        Job = about.Job,
        Build = about.Build,
        Artifact = about.Artifact,
        Url = about.Url,
        Status = about.Status,
        Sha256 = sha256,
        Bytes = bytes,
        FetchedAt = about.FetchedAt?.ToUniversalTime(),
        Etag = about.Etag,
        LastModified = about.LastModified,
        Tests = about.Tests,
        Runs = about.Runs,
        Cells = (long?)about.Tests * about.Runs,
    };

    private SnapshotFile Store(SnapshotFile entry, ReadOnlySpan<byte> body)
    {
        Reserve(entry.Path);
        bool linked;
        try
        {
            linked = Put(entry, body);
            Note(entry);
        }
        catch
        {
            Release(entry.Path);
            throw;
        }

        lock (_lock)
        {
            _files.Add(entry.Path, entry);
            LinkedFiles += linked ? 1 : 0;
        }

        return entry;
    }

    private bool Put(SnapshotFile entry, ReadOnlySpan<byte> body)
    {
        string path = StoredBody.FullPath(Folder, entry.Path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(path, e);
        }

        if (_former.TryLink(entry, body, path))
        {
            return true;
        }

        AtomicFile.Write(path, entry.Path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal) ? Gzip.Compress(body) : body);
        return false;
    }

    /// <summary>Puts a stored body on record; a body without a record is none.</summary>
    private void Note(SnapshotFile entry)
    {
        try
        {
            lock (_lock)
            {
                _journal?.Append(entry);
            }
        }
        catch (CiFeaturesException)
        {
            Quietly.Do(() => File.Delete(StoredBody.FullPath(Folder, entry.Path)));
            throw;
        }
    }

    private void FlushFolders()
    {
        foreach (string folder in _files.Keys.SelectMany(FoldersOf).Distinct(StringComparer.Ordinal))
        {
            FolderFlush.Try(Path.Combine([Folder, .. folder.Split('/')]));
        }
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (int end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }

    private void Reserve(string path)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            if (_recovered.Remove(path))
            {
                _files.Remove(path);
                Quietly.Do(() => File.Delete(StoredBody.FullPath(Folder, path)));
            }
            else if (!_paths.TryAdd(path, path))
            {
                throw CollectionErrors.Taken(path, _paths[path]);
            }
        }
    }

    private void Release(string path)
    {
        lock (_lock)
        {
            _paths.Remove(path);
        }
    }

    private void ThrowIfEnded()
    {
        if (_ended)
        {
            throw new InvalidOperationException($"Snapshot {SnapshotId} has been completed, discarded or closed.");
        }
    }
}
