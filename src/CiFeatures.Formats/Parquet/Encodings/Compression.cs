using System.IO.Compression;
using CiFeatures.Formats.Parquet.Metadata;
using IronSnappy;

namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Packs and unpacks pages. What a page claims to hold is checked before it is allocated.</summary>
internal static class Compression
{
    // No Snappy element of n bytes gives more than 64 bytes, and the shortest that copies has 2 or 3.
    private const long MaxSnappyRatio = 32;

    public static bool IsRead(PageCodec codec) =>
        codec is PageCodec.Uncompressed or PageCodec.Snappy or PageCodec.Gzip or PageCodec.Brotli;

    public static byte[] Pack(ReadOnlySpan<byte> bytes, PageCodec codec)
    {
        switch (codec)
        {
            case PageCodec.Uncompressed:
                return bytes.ToArray();
            case PageCodec.Snappy:
                return Snappy.Encode(bytes);
            case PageCodec.Gzip:
                using (var packed = new MemoryStream())
                {
                    using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
                    {
                        gzip.Write(bytes);
                    }

                    return packed.ToArray();
                }

            default:
                throw new ArgumentOutOfRangeException(nameof(codec), codec, "Not a codec that is written.");
        }
    }

    public static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> bytes, PageCodec codec, int size)
    {
        switch (codec)
        {
            case PageCodec.Uncompressed:
                return bytes.Length == size ? bytes : throw new InvalidDataException($"a page of {size} bytes has {bytes.Length}");
            case PageCodec.Snappy:
                return UnpackSnappy(bytes.Span, size);
            default:
                using (var packed = new MemoryStream(bytes.ToArray()))
                using (Stream stream = codec == PageCodec.Gzip ? new GZipStream(packed, CompressionMode.Decompress) : new BrotliStream(packed, CompressionMode.Decompress))
                {
                    return UnpackStream(stream, size);
                }
        }
    }

    private static byte[] UnpackSnappy(ReadOnlySpan<byte> bytes, int size)
    {
        if (size == 0)
        {
            return [];
        }

        long said = SnappyLength(bytes);
        if (said != size || size > MaxSnappyRatio * bytes.Length)
        {
            throw new InvalidDataException($"{bytes.Length} Snappy bytes say they hold {said}, the page says {size}");
        }

        byte[] unpacked = Snappy.Decode(bytes);
        return unpacked.Length == size ? unpacked : throw new InvalidDataException($"a page of {size} bytes unpacks to {unpacked.Length}");
    }

    private static long SnappyLength(ReadOnlySpan<byte> bytes)
    {
        long value = 0;
        for (int i = 0; i < Math.Min(5, bytes.Length); i++)
        {
            value |= (long)(bytes[i] & 0x7f) << 7 * i;
            if (bytes[i] < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("the Snappy bytes do not begin with a length");
    }

    // Grows with what really comes, so that a small page that claims a gigabyte costs nothing.
    private static byte[] UnpackStream(Stream stream, int size)
    {
        byte[] unpacked = new byte[Math.Min(size, 1 << 16)];
        int length = 0;
        while (length < size)
        {
            if (length == unpacked.Length)
            {
                Array.Resize(ref unpacked, (int)Math.Min(size, 2L * unpacked.Length));
            }

            int read = stream.Read(unpacked, length, unpacked.Length - length);
            if (read == 0)
            {
                throw new EndOfStreamException($"a page of {size} bytes unpacks to {length}");
            }

            length += read;
        }

        return stream.ReadByte() < 0 ? unpacked : throw new InvalidDataException($"a page of {size} bytes unpacks to more");
    }
}
