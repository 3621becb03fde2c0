using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>A snapshot's folder that belongs to one writer.</summary>
internal sealed class SnapshotClaim : IDisposable
{
    private const int MaxNumber = 10_000;
    private readonly WriterMark _mark;
    private readonly IReadOnlyList<string> _madeFolders;

    private SnapshotClaim(SnapshotId id, string folder, WriterMark mark, IReadOnlyList<string> madeFolders)
    {
        Id = id;
        Folder = folder;
        _mark = mark;
        _madeFolders = madeFolders;
    }

    public SnapshotId Id { get; }

    public string Folder { get; }

    /// <summary>Claims the first free id of a second. Two writers never get the same one, also when they are two processes.</summary>
    /// <param name="snapshots">The folder of all snapshots; made when absent.</param>
    /// <param name="at">The time of the snapshot.</param>
    public static SnapshotClaim Take(string snapshots, DateTimeOffset at)
    {
        try
        {
            List<string> made = MissingFolders(snapshots);
            Directory.CreateDirectory(snapshots);
            for (SnapshotId id = SnapshotId.First(at); id.Number <= MaxNumber; id = id.Next())
            {
                string folder = Path.Combine(snapshots, id.ToString());
                if (TryMake(folder) is { } mark)
                {
                    return new SnapshotClaim(id, folder, mark, made);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Unusable(snapshots, e);
        }

        throw CollectionErrors.Unusable(snapshots, new IOException($"it already has {MaxNumber} snapshots of this second."));
    }

    /// <summary>Takes over the incomplete snapshot of a writer that lives no more.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="folder">Its folder.</param>
    /// <returns>Null when somebody writes it, when it has become complete, or when it cannot be written.</returns>
    public static SnapshotClaim? TryTakeOver(SnapshotId id, string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null || WriterMark.TryTake(folder) is not { } mark)
        {
            return null;
        }

        if (!File.Exists(Path.Combine(folder, SnapshotPaths.Manifest)))
        {
            return new SnapshotClaim(id, folder, mark, []);
        }

        mark.Dispose();
        return null;
    }

    /// <summary>The snapshot is complete: takes the mark away.</summary>
    public void Release() => Quietly.Do(_mark.Remove);

    /// <summary>Lets go of the folder and leaves it as it is.</summary>
    public void Dispose() => _mark.Dispose();

    /// <summary>Removes the folder, and the folders above it that were made for it and are empty again.</summary>
    public void Undo()
    {
        // Without its journal nobody takes it over, and the mark goes last, so that nobody sees a folder without an owner.
        Quietly.Do(() => File.Delete(SnapshotJournal.PathIn(Folder)));
        Quietly.Do(() =>
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(Folder).EnumerateFileSystemInfos().Where(e => e.Name != SnapshotPaths.WriterMark))
            {
                if (entry is DirectoryInfo { LinkTarget: null } inner)
                {
                    inner.Delete(recursive: true);
                }
                else
                {
                    entry.Delete();
                }
            }
        });
        Release();
        Quietly.Do(() => Directory.Delete(Folder, recursive: true));
        foreach (string folder in _madeFolders)
        {
            Quietly.Do(() => Directory.Delete(folder, recursive: false));
        }
    }

    private static WriterMark? TryMake(string folder)
    {
        if (Path.Exists(folder))
        {
            return null;
        }

        // Making a folder does not say who made it; making a file that must be new does.
        Directory.CreateDirectory(folder);
        if (WriterMark.TryCreate(folder) is not { } mark)
        {
            // Another writer was faster, or it has just discarded its folder.
            return null;
        }

        // A faster writer may have finished between the two steps; its mark is gone then, but not its files.
        if (Directory.EnumerateFileSystemEntries(folder).Skip(1).Any())
        {
            mark.Remove();
            return null;
        }

        return mark;
    }

    /// <summary>The folders that have to be made for a path, innermost first.</summary>
    private static List<string> MissingFolders(string path)
    {
        List<string> missing = [];
        for (string? folder = Path.GetFullPath(path); folder is not null && !Path.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }
}
