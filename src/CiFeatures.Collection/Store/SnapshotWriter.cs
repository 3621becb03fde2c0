using System.Text.Json;

namespace CiFeatures.Collection.Store;

/// <summary>Writes one snapshot. Until <see cref="Complete"/> it has no manifest and counts as incomplete.</summary>
/// <remarks>Bodies may be written from several threads. <see cref="SnapshotStore.Create"/> makes writers.</remarks>
public sealed class SnapshotWriter : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SnapshotClaim _claim;
    private readonly SnapshotSource _source;
    private readonly FormerSnapshot? _former;
    private readonly Dictionary<string, string> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SnapshotFile> _files = [];
    private readonly List<SkippedItem> _skipped = [];
    private bool _ended;

    internal SnapshotWriter(SnapshotClaim claim, SnapshotSource source, FormerSnapshot? former)
    {
        _claim = claim;
        _source = source;
        _former = former;
    }

    /// <summary>The snapshot's id.</summary>
    public string SnapshotId => _claim.Id.ToString();

    /// <summary>When the snapshot was made, UTC, whole seconds.</summary>
    public DateTimeOffset Created => _claim.Id.Created;

    /// <summary>The snapshot's folder.</summary>
    public string Folder => _claim.Folder;

    /// <summary>How many bodies became a hard link to the same body of the former snapshot.</summary>
    public int LinkedFiles { get; private set; }

    /// <summary>Stores a body. When this returns, it is on the disk under its name.</summary>
    /// <param name="about">What is known about it.</param>
    /// <param name="body">The body after content decoding.</param>
    /// <returns>The manifest's entry.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The path is taken, or the body cannot be written; nothing half-written is left under its name.</exception>
    /// <exception cref="ArgumentException">The path is not one inside a snapshot, or not that of the dashboard and job.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public SnapshotFile Write(NewBody about, ReadOnlySpan<byte> body)
    {
        if (!SnapshotPaths.IsSafe(about.Path) || !SnapshotPaths.BelongsTo(about.Path, about.Dashboard, about.Job))
        {
            throw new ArgumentException($"'{about.Path}' is not the path of dashboard '{about.Dashboard}' and job '{about.Job}' inside a snapshot.", nameof(about));
        }

        SnapshotFile entry = new()
        {
            Path = about.Path,
            Dashboard = about.Dashboard,
            Job = about.Job,
            Url = about.Url,
            Status = about.Status,
            Sha256 = BodyHash.Of(body),
            Bytes = body.Length,
            FetchedAt = about.FetchedAt?.ToUniversalTime(),
            Etag = about.Etag,
            Tests = about.Tests,
            Runs = about.Runs,
            Cells = (long?)about.Tests * about.Runs,
        };

        Reserve(about.Path);
        bool linked;
        try
        {
            linked = Put(entry, body);
        }
        catch
        {
            Release(about.Path);
            throw;
        }

        lock (_lock)
        {
            _files.Add(entry);
            LinkedFiles += linked ? 1 : 0;
        }

        return entry;
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
    /// <returns>The manifest.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The manifest cannot be written; the snapshot stays incomplete.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public SnapshotManifest Complete()
    {
        lock (_lock)
        {
            ThrowIfEnded();
            SnapshotManifest manifest = SnapshotManifest.Create(SnapshotId, Created, _source, _files, _skipped);
            byte[] json = [.. JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.SnapshotManifest), (byte)'\n'];
            AtomicFile.Write(Path.Combine(Folder, SnapshotPaths.Manifest), json);
            _ended = true;
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
                _claim.Undo();
            }
        }
    }

    /// <summary>Ends writing. Without <see cref="Complete"/> the snapshot stays in the store as incomplete.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }
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

        if (_former?.TryLink(entry, body, path) == true)
        {
            return true;
        }

        AtomicFile.Write(path, entry.Path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal) ? Gzip.Compress(body) : body);
        return false;
    }

    private void Reserve(string path)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            if (!_paths.TryAdd(path, path))
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
