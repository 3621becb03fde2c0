using System.IO.Compression;
using System.Security.Cryptography;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>Reads a stored body back and makes sure that it is the one that the manifest describes.</summary>
internal static class StoredBody
{
    /// <summary>Reads a body.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="entry">What the manifest says about it.</param>
    /// <param name="maxBytes">The longest body that is read.</param>
    /// <returns>Exactly the bytes whose length and hash the manifest has.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">The file is missing, cannot be read, or holds other bytes.</exception>
    public static byte[] Read(string folder, SnapshotFile entry, long maxBytes)
    {
        string path = FullPath(folder, entry.Path);
        if (entry.Bytes > Math.Min(maxBytes, Array.MaxLength))
        {
            throw CollectionErrors.Damaged(path, $"the manifest has a length of {entry.Bytes} bytes; the limit is {Math.Min(maxBytes, Array.MaxLength)}.");
        }

        byte[] body;
        try
        {
            using Stream stream = Open(path);
            body = ReadExactly(stream, entry, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CollectionErrors.Missing(path);
        }
        catch (InvalidDataException e)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be decompressed ({e.Message})", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be read ({e.Message})", e);
        }

        string hash = BodyHash.Of(body);
        return string.Equals(hash, entry.Sha256, StringComparison.Ordinal)
            ? body
            : throw CollectionErrors.Damaged(path, $"its SHA-256 is {hash}, the manifest has {entry.Sha256}.");
    }

    /// <summary>Makes sure that a body is the one that the manifest describes, whatever its length, with no more memory than a buffer where it may be long.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="entry">What the manifest says about it.</param>
    /// <param name="maxBytes">The longest body that is read where it is no file of a build.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The file is missing, cannot be read, or holds other bytes.</exception>
    public static void Check(string folder, SnapshotFile entry, long maxBytes)
    {
        if (entry.Kind != SnapshotFileKind.BuildFile)
        {
            _ = Read(folder, entry, maxBytes);
            return;
        }

        string path = FullPath(folder, entry.Path);
        try
        {
            using Stream stream = Open(path);
            CheckAll(stream, entry, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CollectionErrors.Missing(path);
        }
        catch (InvalidDataException e)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be decompressed ({e.Message})", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be read ({e.Message})", e);
        }
    }

    /// <summary>Opens a body as a stream that checks itself at its end.</summary>
    /// <param name="folder">The snapshot's folder.</param>
    /// <param name="entry">What the manifest says about it.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The file is missing or cannot be opened.</exception>
    public static VerifiedStream Open(string folder, SnapshotFile entry)
    {
        string path = FullPath(folder, entry.Path);
        try
        {
            return new VerifiedStream(Open(path), entry, path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CollectionErrors.Missing(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw CollectionErrors.Damaged(path, $"it cannot be read ({e.Message})", e);
        }
    }

    /// <summary>Whether a file holds exactly these bytes after content decoding; false also when it is missing or damaged.</summary>
    /// <param name="path">The file.</param>
    /// <param name="body">The bytes.</param>
    public static bool Holds(string path, ReadOnlySpan<byte> body)
    {
        try
        {
            using Stream stream = Open(path);
            Span<byte> buffer = new byte[64 * 1024];
            while (true)
            {
                int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                if (read == 0)
                {
                    return body.IsEmpty;
                }

                if (read > body.Length || !body[..read].SequenceEqual(buffer[..read]))
                {
                    return false;
                }

                body = body[read..];
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The file behind a path of the manifest.</summary>
    public static string FullPath(string folder, string path) => Path.Combine([folder, .. path.Split('/')]);

    /// <summary>The bytes of a file as they lie there.</summary>
    /// <param name="path">The file.</param>
    public static FileStream OpenRaw(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, FileOptions.SequentialScan);

    private static void CheckAll(Stream stream, SnapshotFile entry, string path)
    {
        using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int read; (read = stream.Read(buffer)) > 0; total += read)
        {
            if (total + read > entry.Bytes)
            {
                throw CollectionErrors.Damaged(path, $"it goes on after {entry.Bytes} bytes.");
            }

            sha.AppendData(buffer, 0, read);
        }

        string hash = Convert.ToHexStringLower(sha.GetHashAndReset());
        if (total != entry.Bytes)
        {
            throw CollectionErrors.Damaged(path, $"it ends after {total} of {entry.Bytes} bytes.");
        }

        if (!string.Equals(hash, entry.Sha256, StringComparison.Ordinal))
        {
            throw CollectionErrors.Damaged(path, $"its SHA-256 is {hash}, the manifest has {entry.Sha256}.");
        }
    }

    /// <summary>The body of a file, decompressed where it is stored compressed.</summary>
    /// <param name="path">The file.</param>
    public static Stream Open(string path)
    {
        // Asked before opening: pipes and devices have no length either, and opening one may never return.
        bool compressed = path.EndsWith(SnapshotPaths.CompressedEnding, StringComparison.Ordinal);
        if (new FileInfo(path).Length == 0)
        {
            return compressed ? throw new InvalidDataException("the file is empty") : Stream.Null;
        }

        FileStream file = OpenRaw(path);
        return compressed ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The manifest's length is a claim: memory grows with what is really there, and never beyond the claim.</summary>
    private static byte[] ReadExactly(Stream stream, SnapshotFile entry, string path)
    {
        byte[] body = new byte[Math.Min(entry.Bytes, 1024 * 1024)];
        int filled = 0;
        while (true)
        {
            int read = stream.ReadAtLeast(body.AsSpan(filled), body.Length - filled, throwOnEndOfStream: false);
            filled += read;
            if (filled < body.Length)
            {
                throw CollectionErrors.Damaged(path, $"it ends after {filled} of {entry.Bytes} bytes.");
            }

            if (filled == entry.Bytes)
            {
                break;
            }

            Array.Resize(ref body, (int)Math.Min(entry.Bytes, body.Length * 2L));
        }

        return stream.ReadByte() < 0 ? body : throw CollectionErrors.Damaged(path, $"it goes on after {entry.Bytes} bytes.");
    }
}
