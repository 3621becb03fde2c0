using CiFeatures.Collection.Store.Manifests;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>
/// The newest few complete snapshots of a store, newest first. More than one, since different collections may take turns in one store; few,
/// since each manifest that is looked through is held in memory.
/// </summary>
/// <remarks>Manifests are read when they are needed. Safe to use from several threads.</remarks>
internal sealed class FormerSnapshots(IReadOnlyList<string> foldersNewestFirst, Func<string, string, bool> link)
{
    /// <summary>How many snapshots are looked through.</summary>
    public const int MaxSnapshots = 5;

    private const int MaxUnreadable = 20;
    private readonly Lock _lock = new();
    private readonly List<FormerSnapshot> _read = [];
    private int _next;

    /// <summary>The newest entry with a path and an address, whether it can be asked for conditionally or not.</summary>
    /// <param name="path">The path.</param>
    /// <param name="url">The address.</param>
    /// <param name="wanted">What else has to hold.</param>
    public SnapshotFile? Find(string path, string url, Func<SnapshotFile, bool> wanted)
    {
        for (int i = 0; At(i) is { } snapshot; i++)
        {
            if (snapshot.Find(path) is { } file && string.Equals(file.Url, url, StringComparison.Ordinal) && wanted(file))
            {
                return file;
            }
        }

        return null;
    }

    /// <summary>Reads the body of an entry that <see cref="Find"/> gave.</summary>
    /// <param name="file">The entry.</param>
    /// <param name="maxBytes">The longest body that is read.</param>
    /// <returns>The body, or null when it is gone or damaged.</returns>
    public byte[]? Read(SnapshotFile file, long maxBytes)
    {
        for (int i = 0; At(i) is { } snapshot; i++)
        {
            if (ReferenceEquals(snapshot.Find(file.Path), file))
            {
                try
                {
                    return snapshot.Read(file, maxBytes);
                }
                catch (CiFeaturesException)
                {
                    // Verifying tells about it; here it is only not to be had.
                    return null;
                }
            }
        }

        return null;
    }

    /// <summary>Makes a file a link to the same body of one of these snapshots.</summary>
    /// <param name="entry">The entry of the new body.</param>
    /// <param name="body">The new body.</param>
    /// <param name="path">The file to make.</param>
    /// <returns>Whether it was made.</returns>
    public bool TryLink(SnapshotFile entry, ReadOnlySpan<byte> body, string path)
    {
        for (int i = 0; At(i) is { } snapshot; i++)
        {
            if (snapshot.TryLink(entry, body, path))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes a file a link to a body of one of these snapshots of the same path, length and hash, whatever its length.</summary>
    /// <param name="entry">The entry of the new body.</param>
    /// <param name="path">The file to make.</param>
    /// <param name="orCopy">Whether it may be a copy where links are impossible.</param>
    /// <returns>Whether it was made.</returns>
    public bool TryShare(SnapshotFile entry, string path, bool orCopy)
    {
        for (int i = 0; At(i) is { } snapshot; i++)
        {
            if (snapshot.TryShare(entry, path, orCopy))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The snapshot of a rank whose manifest can be read; sharing is a saving, so a damaged one is passed over.</summary>
    private FormerSnapshot? At(int rank)
    {
        lock (_lock)
        {
            while (_read.Count <= rank && _read.Count < MaxSnapshots && _next < foldersNewestFirst.Count && _next < MaxSnapshots + MaxUnreadable)
            {
                string folder = foldersNewestFirst[_next++];
                try
                {
                    _read.Add(new FormerSnapshot(folder, ManifestReader.Read(folder), link));
                }
                catch (CiFeaturesException)
                {
                    // Listing and verifying tell about it. It may also have been deleted just now.
                }
            }

            return rank < _read.Count ? _read[rank] : null;
        }
    }
}
