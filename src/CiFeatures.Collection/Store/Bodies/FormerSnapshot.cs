namespace CiFeatures.Collection.Store.Bodies;

/// <summary>A complete snapshot before the one that is being written; its unchanged bodies are shared.</summary>
internal sealed class FormerSnapshot
{
    private readonly string _folder;
    private readonly Func<string, string, bool> _link;
    private readonly Dictionary<string, SnapshotFile> _files;

    /// <summary>Takes a complete snapshot.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest.</param>
    /// <param name="link">Makes a hard link from a file (first) under a new name (second); false where it cannot.</param>
    public FormerSnapshot(string folder, SnapshotManifest manifest, Func<string, string, bool> link)
    {
        _folder = folder;
        _link = link;
        _files = manifest.Files.ToDictionary(f => f.Path, StringComparer.Ordinal);
    }

    /// <summary>The entry of a path; null when the snapshot does not have it.</summary>
    /// <param name="path">The path.</param>
    public SnapshotFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>Reads a body.</summary>
    /// <param name="file">An entry of this snapshot.</param>
    /// <param name="maxBytes">The longest body that is read.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">It is gone or damaged.</exception>
    public byte[] Read(SnapshotFile file, long maxBytes) => StoredBody.Read(_folder, file, maxBytes);

    /// <summary>Makes <paramref name="path"/> a link to a body of this snapshot of the same length and hash, whatever its length.</summary>
    /// <param name="entry">The entry of the new body.</param>
    /// <param name="path">The file to make.</param>
    /// <param name="orCopy">Whether it may be a copy where links are impossible.</param>
    /// <returns>Whether it was made.</returns>
    public bool TryShare(SnapshotFile entry, string path, bool orCopy)
    {
        string existing = StoredBody.FullPath(_folder, entry.Path);
        if (Find(entry.Path) is not { } old || old.Bytes != entry.Bytes || old.Sha256 != entry.Sha256 || new FileInfo(existing).LinkTarget is not null)
        {
            return false;
        }

        try
        {
            StoredBody.Check(_folder, old, entry.Bytes);
            if (_link(existing, path))
            {
                return true;
            }

            if (orCopy)
            {
                string temporary = path + SnapshotPaths.TemporaryEnding;
                File.Copy(existing, temporary, overwrite: true);
                File.Move(temporary, path);
            }

            return orCopy;
        }
        catch (Exception e) when (e is Core.Errors.CiFeaturesException or IOException or UnauthorizedAccessException)
        {
            // Sharing is a saving.
            return false;
        }
    }

    /// <summary>Makes <paramref name="path"/> a link to the same body of this snapshot.</summary>
    /// <param name="entry">The entry of the new body.</param>
    /// <param name="body">The new body.</param>
    /// <param name="path">The file to make.</param>
    /// <returns>Whether it was made. It is not where the body is new, where the old file no longer holds it, or where links are impossible.</returns>
    public bool TryLink(SnapshotFile entry, ReadOnlySpan<byte> body, string path)
    {
        if (Find(entry.Path) is not { } old || old.Bytes != entry.Bytes || !string.Equals(old.Sha256, entry.Sha256, StringComparison.Ordinal))
        {
            return false;
        }

        // The old file is read, not trusted: damage in one snapshot must not come into the next. A link to a file elsewhere is not ours.
        string existing = StoredBody.FullPath(_folder, entry.Path);
        return new FileInfo(existing).LinkTarget is null && StoredBody.Holds(existing, body) && _link(existing, path);
    }
}
