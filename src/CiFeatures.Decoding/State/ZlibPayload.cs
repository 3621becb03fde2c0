using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;

namespace CiFeatures.Decoding.State;

/// <summary>Decompresses and compresses grid objects (RFC 1950). The size is bounded while decompressing, whatever the bytes claim.</summary>
internal static class ZlibPayload
{
    private const int HeaderAndTrailer = 6;
    private const int SmallestBuffer = 1 << 12;
    private const int LargestFirstBuffer = 1 << 24;
    private const int NeedsDictionary = 0x20;
    private const int AdlerBase = 65521;

    // The most bytes whose sums stay below 2^32.
    private const int AdlerBlock = 5552;

    /// <summary>Decompresses a body into a rented buffer.</summary>
    /// <param name="body">The object.</param>
    /// <param name="place">What to call it in an error.</param>
    /// <param name="limits">Only <see cref="DecodeLimits.MaxDocumentBytes"/> is used.</param>
    /// <param name="length">How many bytes of the buffer are filled.</param>
    /// <returns>A buffer of <see cref="ArrayPool{T}.Shared"/>; the caller gives it back.</returns>
    public static byte[] Rent(ReadOnlySpan<byte> body, string place, DecodeLimits limits, out int length)
    {
        CheckHeader(body, place);
        long limit = Math.Min(limits.MaxDocumentBytes, Array.MaxLength - 1);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Clamp(body.Length * 4L, SmallestBuffer, LargestFirstBuffer), limit + 1));
        byte[] input = ArrayPool<byte>.Shared.Rent(body.Length);
        length = 0;
        try
        {
            body.CopyTo(input);
            using ZLibStream stream = new(new MemoryStream(input, 0, body.Length, writable: false), CompressionMode.Decompress);
            int read;
            while ((read = stream.Read(buffer, length, buffer.Length - length)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    DecodingErrors.TooLarge("or more bytes", length, limit, nameof(DecodeLimits.MaxDocumentBytes), place);
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length, limit);
                }
            }

            // The stream ends silently where its input does, so whether it was whole is seen by the checksum at the end.
            if (Adler32(buffer.AsSpan(0, length)) != BinaryPrimitives.ReadUInt32BigEndian(body[^4..]))
            {
                StateErrors.DamagedZlib($"after {length} decompressed bytes its checksum does not follow as its last bytes; it is cut off, or something was added", place);
            }

            return buffer;
        }
        catch (Exception e)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (e is InvalidDataException or IOException)
            {
                StateErrors.DamagedZlib($"{e.Message.TrimEnd('.')} (after {length} decompressed bytes)", place, e);
            }

            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
        }
    }

    /// <summary>Compresses an object.</summary>
    /// <param name="bytes">The object.</param>
    public static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream output = new();
        using (ZLibStream stream = new(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    private static void CheckHeader(ReadOnlySpan<byte> body, string place)
    {
        if (body.Length < HeaderAndTrailer)
        {
            StateErrors.DamagedZlib($"it has {body.Length} bytes, the shortest has {HeaderAndTrailer}", place);
        }

        // Method 8 is deflate, and the first two bytes are a multiple of 31.
        if ((body[0] & 0x0F) != 8 || BinaryPrimitives.ReadUInt16BigEndian(body) % 31 != 0)
        {
            string looksLike = body switch
            {
                [0x1F, 0x8B, ..] => "it begins like gzip, which grid objects are not",
                [(byte)'{' or (byte)'[', ..] => "it begins like JSON",
                [(byte)'<', ..] => "it begins like HTML or XML",
                _ => $"it begins with the bytes {body[0]:X2} {body[1]:X2}",
            };
            StateErrors.DamagedZlib($"{looksLike}; only summaries and the configuration are stored plain", place);
        }

        if ((body[1] & NeedsDictionary) != 0)
        {
            StateErrors.DamagedZlib("it asks for a dictionary, which grid objects do not have", place);
        }
    }

    private static byte[] Grow(byte[] buffer, int length, long limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, limit + 1));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static uint Adler32(ReadOnlySpan<byte> bytes)
    {
        uint a = 1;
        uint b = 0;
        while (!bytes.IsEmpty)
        {
            ReadOnlySpan<byte> block = bytes[..Math.Min(AdlerBlock, bytes.Length)];
            foreach (byte value in block)
            {
                a += value;
                b += a;
            }

            a %= AdlerBase;
            b %= AdlerBase;
            bytes = bytes[block.Length..];
        }

        return (b << 16) | a;
    }
}
