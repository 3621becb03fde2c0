namespace CiFeatures.Collection.Artifacts.Folders;

/// <summary>A folder on this machine as a bucket: a copy of one, made by a download or an export.</summary>
/// <remarks>
/// Links are not followed. Times are not told, since those of a copy are when it was copied. Where the folder has no <c>logs</c>, what is
/// below it is taken for what a bucket has below <c>logs</c>.
/// </remarks>
public sealed class FolderArtifactStore : IArtifactStore
{
    private const string Logs = "logs";
    private readonly string _root;
    private readonly string _offset;
    private long _bytes;

    /// <summary>Opens a folder.</summary>
    /// <param name="folder">The folder; it has <c>logs/&lt;job&gt;/&lt;build&gt;/…</c> or <c>&lt;job&gt;/&lt;build&gt;/…</c>.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is not there (CIF1247).</exception>
    public FolderArtifactStore(string folder)
    {
        _root = Path.GetFullPath(folder);
        if (!Directory.Exists(_root))
        {
            throw ArtifactErrors.NoFolder(folder, "it is not there.");
        }

        bool isBucket = Directory.Exists(Path.Combine(_root, Logs)) || Directory.Exists(Path.Combine(_root, "pr-logs"));
        _offset = isBucket ? "" : Logs + "/";
    }

    /// <inheritdoc/>
    public string Address => _root;

    /// <inheritdoc/>
    public string Bucket => _root;

    /// <inheritdoc/>
    public ArtifactStoreTraits Traits { get; } = new(ListsTrees: false, StartsAnywhere: false, GivesStoredBytes: true);

    /// <inheritdoc/>
    public ArtifactTraffic Traffic => new(0, Interlocked.Read(ref _bytes), 0);

    /// <inheritdoc/>
    public Task<ArtifactPage> ListAsync(ArtifactListRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<ArtifactObject> objects = [];
        List<string> folders = [];
        List<string> foul = [];
        if (PathOf(request.Folder) is { } path && Directory.Exists(path))
        {
            try
            {
                foreach (FileSystemInfo entry in new DirectoryInfo(path).EnumerateFileSystemInfos())
                {
                    Add(request.Folder, entry, objects, folders, foul);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw ArtifactErrors.CannotRead(path, e);
            }
        }

        objects.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        folders.Sort(StringComparer.Ordinal);
        foul.Sort(StringComparer.Ordinal);
        return Task.FromResult(new ArtifactPage(objects, folders, null) { Foul = foul });
    }

    /// <inheritdoc/>
    public Task<ArtifactObject?> FindAsync(string name, CancellationToken cancellationToken) =>
        Task.FromResult(FileOf(name) is { } file ? new ArtifactObject(name) { Bytes = file.Length } : null);

    /// <inheritdoc/>
    public Task<ArtifactDownload?> OpenAsync(ArtifactOpenRequest request, CancellationToken cancellationToken)
    {
        if (FileOf(request.Name) is not { } file)
        {
            return Task.FromResult<ArtifactDownload?>(null);
        }

        try
        {
            FileStream stream = new(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 64 * 1024, FileOptions.SequentialScan);
            Interlocked.Add(ref _bytes, stream.Length);
            return Task.FromResult<ArtifactDownload?>(new ArtifactDownload(stream) { TotalBytes = stream.Length });
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<ArtifactDownload?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ArtifactErrors.CannotRead(file.FullName, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private static void Add(string folder, FileSystemInfo entry, List<ArtifactObject> objects, List<string> folders, List<string> foul)
    {
        if (entry.LinkTarget is not null || !ArtifactNames.IsPlain(entry.Name))
        {
            foul.Add(folder + entry.Name);
        }
        else if (entry is FileInfo file)
        {
            objects.Add(new ArtifactObject(folder + file.Name) { Bytes = file.Length });
        }
        else
        {
            folders.Add(folder + entry.Name + "/");
        }
    }

    private FileInfo? FileOf(string name)
    {
        if (PathOf(name) is not { } path || name.EndsWith('/'))
        {
            return null;
        }

        // A pipe or a device has no bytes to copy and may never end.
        FileInfo file = new(path);
        return file.Exists && file.LinkTarget is null && !file.Attributes.HasFlag(FileAttributes.Device) && !file.Attributes.HasFlag(FileAttributes.ReparsePoint) ? file : null;
    }

    /// <summary>The path of a name; null for one that cannot be below the folder.</summary>
    private string? PathOf(string name)
    {
        string plain = name.TrimEnd('/');
        if (_offset.Length > 0)
        {
            if (plain == Logs)
            {
                return _root;
            }

            if (!plain.StartsWith(_offset, StringComparison.Ordinal))
            {
                return null;
            }

            plain = plain[_offset.Length..];
        }

        return plain.Length == 0 ? _root : ArtifactNames.IsPlainPath(plain) ? Path.Combine([_root, .. plain.Split('/')]) : null;
    }
}
