using System.IO.Compression;

namespace CiFeatures.Collection.Store;

/// <summary>Compresses bodies for the store: the same body gives the same bytes.</summary>
internal static class Gzip
{
    private const int TimeOffset = 4;
    private const int SystemOffset = 9;
    private const byte UnknownSystem = 255;

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
        bytes.AsSpan(TimeOffset, sizeof(uint)).Clear();
        bytes[SystemOffset] = UnknownSystem;
        return bytes;
    }

    // Header, a final block without data, CRC-32 and length of nothing (RFC 1952).
    private static byte[] Empty() => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, UnknownSystem, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
}
