using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>Compresses bodies for the store: the same body gives the same bytes.</summary>
internal static class Gzip
{
    private const int TrailerBytes = 8;

    /// <summary>Compresses a body. The header has no time, no name and no operating system; the level is fixed.</summary>
    /// <param name="body">The body.</param>
    public static byte[] Compress(ReadOnlySpan<byte> body)
    {
        using MemoryStream stored = new((body.Length / 8) + 64);
        using (GZipStream gzip = new(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(body);
        }

        // The base library writes no header for an empty body.
        byte[] bytes = stored.Length == 0 ? Empty() : stored.ToArray();
        Header.CopyTo(bytes);
        return bytes;
    }

    /// <summary>Compresses a body of any length to the same bytes as the other, with no more memory than a buffer.</summary>
    /// <param name="body">The body.</param>
    /// <param name="stored">A new file, which can be gone back in.</param>
    /// <returns>The length and the SHA-256 of the body.</returns>
    public static (long Bytes, string Sha256) Compress(Stream body, FileStream stored)
    {
        using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        using (GZipStream gzip = new(stored, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (int read; (read = body.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; total += read)
            {
                sha.AppendData(buffer, 0, read);
                gzip.Write(buffer, 0, read);
            }
        }

        if (stored.Length == 0)
        {
            stored.Write(Empty());
        }

        stored.Position = 0;
        stored.Write(Header);
        return (total, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    /// <summary>
    /// What is wrong around a compressed body that could be read: its header says nothing about the body, and a cut end can go unnoticed
    /// by the decompressor.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="bodyBytes">The length of the body.</param>
    /// <returns>A sentence, or null when nothing is wrong.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? FramingProblem(string path, long bodyBytes)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Span<byte> header = stackalloc byte[Header.Length];
        if (file.Length < header.Length + TrailerBytes)
        {
            return "the compressed file ends too early.";
        }

        file.ReadExactly(header);
        if (!header.SequenceEqual(Header))
        {
            return "its gzip header is not the one that was written.";
        }

        Span<byte> length = stackalloc byte[sizeof(uint)];
        file.Position = file.Length - sizeof(uint);
        file.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length) == (uint)(bodyBytes & 0xFFFF_FFFF)
            ? null
            : "the compressed file ends too early, or with a length that is not that of its body.";
    }

    // RFC 1952: magic, deflate, no flags, no time, no extra flags, unknown system.
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];

    // Header, a final block without data, CRC-32 and length of nothing.
    private static byte[] Empty() => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}
