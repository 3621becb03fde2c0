using System.Collections.Concurrent;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Bodies;

namespace CiFeatures.Collection.Replay.Prow;

/// <summary>The stored files of builds. Nothing is sent that is not what the manifest describes. Safe to use from several threads.</summary>
/// <remarks>A file is read through once before it is first sent, and again when its length or time has changed since.</remarks>
internal sealed class BuildFiles(SnapshotReader snapshot)
{
    private readonly ConcurrentDictionary<string, (long Length, DateTime Written)> _checked = new(StringComparer.Ordinal);

    /// <summary>Where a file lies.</summary>
    public string PathOf(SnapshotFile file) => StoredBody.FullPath(snapshot.Folder, file.Path);

    /// <summary>The length of a file as it lies there, compressed; 0 when it is not there.</summary>
    public long StoredLength(SnapshotFile file)
    {
        FileInfo info = new(PathOf(file));
        return info.Exists ? info.Length : 0;
    }

    /// <summary>Makes sure that a file is the one that the manifest describes.</summary>
    /// <returns>Its length as it lies there, compressed.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">It is missing or damaged.</exception>
    public long Check(SnapshotFile file)
    {
        (long Length, DateTime Written) before = Look(file);
        if (!_checked.TryGetValue(file.Path, out (long Length, DateTime Written) known) || known != before)
        {
            StoredBody.Check(snapshot.Folder, file, long.MaxValue);
            _checked[file.Path] = before;
        }

        return before.Length;
    }

    private (long Length, DateTime Written) Look(SnapshotFile file)
    {
        FileInfo info = new(PathOf(file));
        return info.Exists ? (info.Length, info.LastWriteTimeUtc) : throw CollectionErrors.Missing(info.FullName);
    }
}
