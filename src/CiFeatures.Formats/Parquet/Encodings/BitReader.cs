using System.Buffers.Binary;

namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Takes numbers of a fixed bit width out of packed bytes, least significant bit first.</summary>
internal static class BitReader
{
    /// <summary>The number at a position; the caller has checked that the bytes reach that far.</summary>
    public static ulong Read(ReadOnlySpan<byte> bytes, long index, int width)
    {
        long bit = index * width;
        int first = (int)(bit >> 3);
        int shift = (int)(bit & 7);
        ulong mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        if (first + 8 <= bytes.Length && shift + width <= 64)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes[first..]) >> shift & mask;
        }

        ulong value = 0;
        int taken = -shift;
        for (int i = first; taken < width; i++, taken += 8)
        {
            value |= taken < 0 ? (ulong)bytes[i] >> -taken : unchecked((ulong)bytes[i] << taken);
        }

        return value & mask;
    }
}
