namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Writes numbers as runs where eight or more are the same, and bit-packed in groups of eight elsewhere.</summary>
internal static class RleHybridWriter
{
    private const int MaxGroups = 504;

    public static int Width(int maxValue) => 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)maxValue);

    public static void Write(ByteBuffer output, ReadOnlySpan<int> values, int width)
    {
        int start = 0;
        while (start < values.Length)
        {
            int run = RunLength(values[start..]);
            if (run >= 8)
            {
                WriteRun(output, values[start], run, width);
                start += run;
            }
            else
            {
                int packed = PackedLength(values[start..]);
                WritePacked(output, values.Slice(start, packed), width);
                start += packed;
            }
        }
    }

    private static int RunLength(ReadOnlySpan<int> values)
    {
        int differs = values.IndexOfAnyExcept(values[0]);
        return differs < 0 ? values.Length : differs;
    }

    // Whole groups up to where a group begins that is a run of its own.
    private static int PackedLength(ReadOnlySpan<int> values)
    {
        int length = 8;
        while (length < values.Length && length < 8 * MaxGroups && RunLength(values[length..]) < 8)
        {
            length += 8;
        }

        return Math.Min(length, values.Length);
    }

    private static void WriteRun(ByteBuffer output, int value, int count, int width)
    {
        output.WriteVarint((ulong)count << 1);
        for (int i = 0; i < (width + 7) / 8; i++)
        {
            output.WriteByte(unchecked((byte)(value >> 8 * i)));
        }
    }

    private static void WritePacked(ByteBuffer output, ReadOnlySpan<int> values, int width)
    {
        int groups = (values.Length + 7) / 8;
        output.WriteVarint((ulong)groups << 1 | 1);
        Span<byte> packed = output.Extend(groups * width);
        packed.Clear();
        long bit = 0;
        foreach (int value in values)
        {
            ulong shifted = (ulong)(uint)value << (int)(bit & 7);
            for (int at = (int)(bit >> 3); shifted != 0; at++, shifted >>= 8)
            {
                packed[at] |= unchecked((byte)shifted);
            }

            bit += width;
        }
    }
}
