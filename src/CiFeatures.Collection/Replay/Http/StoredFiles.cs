using System.Collections.Concurrent;
using System.Security.Cryptography;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Bodies;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>The stored bodies of a snapshot, for sending. Nothing is ever sent that is not what the manifest describes.</summary>
/// <remarks>
/// The manifest has the hash of what is inside a compressed file. A file is decompressed and checked when it is first sent; the hash of its
/// compressed bytes is kept from then on, so that later sendings need no decompression. Safe to use from several threads.
/// </remarks>
internal sealed class StoredFiles(SnapshotReader snapshot)
{
    private readonly ConcurrentDictionary<string, byte[]> _checked = new(StringComparer.Ordinal);

    public AnswerBody Body(SnapshotFile file) => new StoredBodyForm(this, file);

    /// <summary>When the stored answer was received, or when the snapshot was made where that is not known; whole seconds.</summary>
    public DateTimeOffset TimeOf(SnapshotFile file)
    {
        DateTimeOffset time = (file.FetchedAt ?? snapshot.Created).ToUniversalTime();
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
    }

    private ReadOnlyMemory<byte> Compressed(SnapshotFile file)
    {
        byte[] bytes = RawBytes(file);
        byte[] hash = SHA256.HashData(bytes);
        if (_checked.TryGetValue(file.Path, out byte[]? known) && known.AsSpan().SequenceEqual(hash))
        {
            return bytes;
        }

        // Reading it the usual way finds every damage. The file could have been replaced in between, so it is compared once more.
        snapshot.ReadBody(file);
        byte[] again = RawBytes(file);
        if (!again.AsSpan().SequenceEqual(bytes))
        {
            throw CollectionErrors.Damaged(StoredBody.FullPath(snapshot.Folder, file.Path), "it changes while it is read.");
        }

        _checked[file.Path] = hash;
        return bytes;
    }

    private byte[] RawBytes(SnapshotFile file)
    {
        string path = StoredBody.FullPath(snapshot.Folder, file.Path);
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CollectionErrors.Missing(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be read ({e.Message})", e);
        }
    }

    private sealed class StoredBodyForm(StoredFiles files, SnapshotFile file) : AnswerBody
    {
        public override bool HasGzip => file.Path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal);

        public override string EntityTag(bool gzip) => TagOf(file.Sha256, gzip);

        public override BodyBytes Bytes(bool gzip) => new MemoryBytes(gzip ? files.Compressed(file) : files.ReadWhole(file));
    }

    private byte[] ReadWhole(SnapshotFile file) => snapshot.ReadBody(file);
}
