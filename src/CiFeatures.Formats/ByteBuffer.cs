using System.Buffers.Binary;

namespace CiFeatures.Formats;

/// <summary>Bytes that grow at the end.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    public Span<byte> Extend(int count)
    {
        int end = Length + count;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bytes.Length)));
        }

        Span<byte> added = _bytes.AsSpan(Length, count);
        Length = end;
        return added;
    }

    public void WriteByte(byte value) => Extend(1)[0] = value;

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Extend(4), value);

    public void PatchInt32(int position, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(position, 4), value);

    public void WriteVarint(ulong value)
    {
        while (value >= 0x80)
        {
            WriteByte((byte)(value & 0x7f | 0x80));
            value >>= 7;
        }

        WriteByte((byte)value);
    }

    public void WriteZigZag(long value) => WriteVarint(unchecked((ulong)(value << 1 ^ value >> 63)));
}
