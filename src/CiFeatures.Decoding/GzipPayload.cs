using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding;

/// <summary>Gives the bytes of an answer whether they are stored plain or compressed with gzip; the first bytes decide, not the name.</summary>
public static class GzipPayload
{
    private const int HeaderAndTrailer = 18;
    private const int FirstGuess = 1 << 16;

    private static ReadOnlySpan<byte> MemberStart => [0x1F, 0x8B, 0x08];

    /// <summary>Whether bytes begin like a gzip stream.</summary>
    /// <param name="payload">The bytes.</param>
    public static bool IsGzip(ReadOnlySpan<byte> payload) => payload is [0x1F, 0x8B, ..];

    /// <summary>Decompresses bytes if they are compressed.</summary>
    /// <param name="payload">Plain or gzip bytes.</param>
    /// <param name="place">What to call the bytes in an error, such as a file's path.</param>
    /// <param name="limits">Only <see cref="DecodeLimits.MaxDocumentBytes"/> is used; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The same bytes when they are plain, otherwise the decompressed ones.</returns>
    /// <exception cref="CiFeaturesException">The bytes are damaged or end early, or there are more than the limit after decompression.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> payload, string place, DecodeLimits? limits = null)
    {
        long limit = Math.Min((limits ?? DecodeLimits.Default).MaxDocumentBytes, Array.MaxLength - 1);
        if (!IsGzip(payload.Span))
        {
            CheckLength(payload.Length, limit, place);
            return payload;
        }

        if (payload.Length < HeaderAndTrailer)
        {
            DecodingErrors.DamagedGzip("they end too early.", place);
        }

        return Decompress(payload, limit, place);
    }

    /// <summary>Reads a file and decompresses it if it is compressed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="limits">Only <see cref="DecodeLimits.MaxDocumentBytes"/> is used; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <exception cref="CiFeaturesException">The bytes are damaged or end early, or there are more than the limit.</exception>
    public static ReadOnlyMemory<byte> ReadFile(string path, DecodeLimits? limits = null)
    {
        CheckLength(new FileInfo(path).Length, Math.Min((limits ?? DecodeLimits.Default).MaxDocumentBytes, Array.MaxLength - 1), path);
        return Read(File.ReadAllBytes(path), path, limits);
    }

    private static ReadOnlyMemory<byte> Decompress(ReadOnlyMemory<byte> payload, long limit, string place)
    {
        // The trailer's last four bytes are the length of the last member, modulo 2^32. It is a guess for the buffer and
        // nothing more: it may lie, and deflate does not compress better than about a thousand times.
        uint claimed = BinaryPrimitives.ReadUInt32LittleEndian(payload.Span[^4..]);
        long guess = Math.Min(Math.Min(claimed, limit), payload.Length * 1032L);
        byte[] buffer = new byte[Math.Max(guess, Math.Min(FirstGuess, limit)) + 1];
        int length = 0;
        try
        {
            using GZipStream stream = new(AsStream(payload), CompressionMode.Decompress);
            while (true)
            {
                int read = stream.Read(buffer, length, buffer.Length - length);
                if (read == 0)
                {
                    break;
                }

                length += read;
                CheckLength(length, limit, place);
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, limit + 1));
                }
            }
        }
        catch (InvalidDataException e)
        {
            DecodingErrors.DamagedGzip($"{e.Message} (after {length} decompressed bytes)", place, e);
        }

        if (claimed != (uint)length && IsSingleMember(payload.Span, length))
        {
            DecodingErrors.DamagedGzip($"they end after {length} decompressed bytes, but should have {claimed}.", place);
        }

        return buffer.AsMemory(0, length);
    }

    // Only one member can be told from several by trying; several are rare, so a short output with a trailer that does not
    // fit is damage unless the header occurs again inside.
    private static bool IsSingleMember(ReadOnlySpan<byte> payload, int length) =>
        length == 0 || payload[3..].IndexOf(MemberStart) < 0;

    private static MemoryStream AsStream(ReadOnlyMemory<byte> payload) =>
        MemoryMarshal.TryGetArray(payload, out ArraySegment<byte> segment)
            ? new(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new(payload.ToArray(), writable: false);

    private static void CheckLength(long length, long limit, string place)
    {
        if (length > limit)
        {
            DecodingErrors.TooLarge("or more bytes", length, limit, nameof(DecodeLimits.MaxDocumentBytes), place);
        }
    }
}
