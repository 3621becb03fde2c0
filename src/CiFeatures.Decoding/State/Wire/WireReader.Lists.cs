using System.Buffers.Binary;

namespace CiFeatures.Decoding.State.Wire;

/// <content>Reads packed lists of numbers. The single form is an ordinary field; both may be mixed.</content>
internal ref partial struct WireReader
{
    /// <summary>Appends the numbers of a packed list.</summary>
    /// <param name="numbers">Gets the numbers.</param>
    public void PackedInt32s(ref Growing<int> numbers)
    {
        WireReader inner = Inner(Message);

        // Each number takes at least a byte, so the buffer is neither too small nor larger than four times the list.
        int[] buffer = Context.Numbers(inner._bytes.Length);
        int count = 0;
        while (inner._at < inner._bytes.Length)
        {
            buffer[count++] = inner.Int32();
        }

        numbers.AddRange(buffer.AsSpan(0, count));
    }

    /// <summary>Appends the numbers of a packed list.</summary>
    /// <param name="values">Gets the numbers.</param>
    public void PackedDoubles(ref Growing<double> values)
    {
        ReadOnlySpan<byte> packed = Packed(sizeof(double));
        double[] buffer = Context.Values(packed.Length / sizeof(double));
        int count = packed.Length / sizeof(double);
        for (int i = 0; i < count; i++)
        {
            buffer[i] = BinaryPrimitives.ReadDoubleLittleEndian(packed[(i * sizeof(double))..]);
        }

        values.AddRange(buffer.AsSpan(0, count));
    }

    /// <summary>Appends the numbers of a packed list.</summary>
    /// <param name="values">Gets the numbers.</param>
    public void PackedFloats(List<float> values)
    {
        for (ReadOnlySpan<byte> packed = Packed(sizeof(float)); !packed.IsEmpty; packed = packed[sizeof(float)..])
        {
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(packed));
        }
    }

    private ReadOnlySpan<byte> Packed(int size)
    {
        ReadOnlySpan<byte> packed = Bytes();
        if (packed.Length % size != 0)
        {
            Damage($"a list of numbers of {size} bytes has {packed.Length} bytes");
        }

        return packed;
    }
}
