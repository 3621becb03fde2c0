using System.IO.Enumeration;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Looks through the folder of a snapshot without leaving it.</summary>
internal static class SnapshotFolder
{
    private static readonly EnumerationOptions Options = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MaxRecursionDepth = 64,
    };

    /// <summary>Everything that is not a plain folder. A link is given and never followed.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    public static IEnumerable<SnapshotEntry> Entries(string folder) =>
        new FileSystemEnumerable<SnapshotEntry>(folder, (ref entry) => Describe(folder, ref entry), Options)
        {
            ShouldIncludePredicate = (ref entry) => !IsPlainFolder(ref entry),
            ShouldRecursePredicate = (ref entry) => IsPlainFolder(ref entry),
        };

    /// <summary>Whether a path is one of the files that writing needs and that are no part of the contents.</summary>
    /// <param name="path">A path inside the snapshot.</param>
    public static bool IsOfTheWriter(string path) => path is SnapshotPaths.WriterMark or SnapshotPaths.Journal || path.EndsWith(SnapshotPaths.TemporaryEnding, StringComparison.Ordinal);

    /// <summary>Removes a file, or a link and not what it leads to.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="entry">What to remove.</param>
    public static void Remove(string folder, SnapshotEntry entry)
    {
        string path = Path.Combine(folder, entry.NativePath);
        if (entry.IsFolderLink && OperatingSystem.IsWindows())
        {
            Directory.Delete(path, recursive: false);
        }
        else
        {
            File.Delete(path);
        }
    }

    private static SnapshotEntry Describe(string folder, ref FileSystemEntry entry)
    {
        string path = Path.GetRelativePath(folder, entry.ToFullPath());
        bool link = entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        return new SnapshotEntry(path.Replace(Path.DirectorySeparatorChar, '/'), path, link, link && entry.IsDirectory, link ? 0 : entry.Length);
    }

    private static bool IsPlainFolder(ref FileSystemEntry entry) => entry.IsDirectory && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}

/// <summary>Something in the folder of a snapshot that is not a plain folder.</summary>
/// <param name="Path">Its path with <c>/</c>, relative to the folder.</param>
/// <param name="NativePath">Its path as the system writes it, relative to the folder.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
/// <param name="IsFolderLink">Whether it is a symbolic link to a folder.</param>
/// <param name="Bytes">Its length on the disk; 0 for a link.</param>
internal readonly record struct SnapshotEntry(string Path, string NativePath, bool IsLink, bool IsFolderLink, long Bytes);
