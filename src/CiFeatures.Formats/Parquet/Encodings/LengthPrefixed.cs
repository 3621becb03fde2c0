using System.Buffers.Binary;

namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>A part of a page that begins with its length in four bytes.</summary>
internal static class LengthPrefixed
{
    public static ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> rest)
    {
        if (bytes.Length < 4)
        {
            throw new EndOfStreamException("the page ends before the length of a part");
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        if (length < 0 || length > bytes.Length - 4)
        {
            throw new EndOfStreamException($"a part of {length} bytes where {bytes.Length - 4} are left");
        }

        rest = bytes[(4 + length)..];
        return bytes.Slice(4, length);
    }
}
