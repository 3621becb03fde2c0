namespace CiFeatures.Collection.Store;

/// <summary>A snapshot's folder that belongs to one writer.</summary>
internal sealed class SnapshotClaim
{
    private const int MaxNumber = 10_000;
    private readonly IReadOnlyList<string> _madeFolders;

    private SnapshotClaim(SnapshotId id, string folder, IReadOnlyList<string> madeFolders)
    {
        Id = id;
        Folder = folder;
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
                if (TryTake(folder))
                {
                    return new SnapshotClaim(id, folder, made);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Unusable(snapshots, e);
        }

        throw CollectionErrors.Unusable(snapshots, new IOException($"it already has {MaxNumber} snapshots of this second."));
    }

    /// <summary>The snapshot is complete: takes the mark away.</summary>
    public void Release() => Quietly(() => File.Delete(Path.Combine(Folder, SnapshotPaths.WriterMark)));

    /// <summary>Removes the folder, and the folders above it that were made for it and are empty again.</summary>
    public void Undo()
    {
        Quietly(() => Directory.Delete(Folder, recursive: true));
        foreach (string folder in _madeFolders)
        {
            Quietly(() => Directory.Delete(folder, recursive: false));
        }
    }

    private static bool TryTake(string folder)
    {
        if (Path.Exists(folder))
        {
            return false;
        }

        // Making a folder does not say who made it; making a file that must be new does.
        Directory.CreateDirectory(folder);
        string mark = Path.Combine(folder, SnapshotPaths.WriterMark);
        try
        {
            using FileStream stream = new(mark, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        }
        catch (IOException e) when (e is DirectoryNotFoundException || File.Exists(mark))
        {
            // Another writer was faster, or it has just discarded its folder.
            return false;
        }

        // A faster writer may have finished between the two steps; its mark is gone then, but not its files.
        if (Directory.EnumerateFileSystemEntries(folder).Skip(1).Any())
        {
            File.Delete(mark);
            return false;
        }

        return true;
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

    private static void Quietly(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What stays is an incomplete snapshot or an empty folder; neither harms anybody, and an earlier error must not be hidden.
        }
    }
}
