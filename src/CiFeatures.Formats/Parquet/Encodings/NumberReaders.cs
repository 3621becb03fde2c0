using System.Runtime.InteropServices;

namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Numbers one after the other, little-endian (PLAIN).</summary>
internal sealed class PlainReader<T>(ReadOnlyMemory<byte> bytes) : ValueReader<T>
    where T : unmanaged
{
    private int _position;

    public override void Read(Span<T> destination)
    {
        Span<byte> target = MemoryMarshal.AsBytes(destination);
        if (target.Length > bytes.Length - _position)
        {
            throw new EndOfStreamException($"{target.Length} bytes of values are wanted where {bytes.Length - _position} are left");
        }

        bytes.Span.Slice(_position, target.Length).CopyTo(target);
        _position += target.Length;
    }
}

/// <summary>Numbers with all first bytes together, then all second bytes, and so on (BYTE_STREAM_SPLIT).</summary>
internal sealed class ByteStreamSplitReader<T> : ValueReader<T>
    where T : unmanaged
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _width = Marshal.SizeOf<T>();
    private readonly int _count;
    private int _index;

    public ByteStreamSplitReader(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        _count = bytes.Length / _width;
    }

    public override void Read(Span<T> destination)
    {
        if (destination.Length > _count - _index)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {_count - _index} are left");
        }

        Span<byte> target = MemoryMarshal.AsBytes(destination);
        for (int b = 0; b < _width; b++)
        {
            ReadOnlySpan<byte> stream = _bytes.Span.Slice(b * _count + _index, destination.Length);
            for (int i = 0; i < stream.Length; i++)
            {
                target[i * _width + b] = stream[i];
            }
        }

        _index += destination.Length;
    }
}

/// <summary>Whole numbers of 64 bits kept as differences.</summary>
internal sealed class DeltaInt64Reader(ReadOnlyMemory<byte> bytes) : ValueReader<long>
{
    private readonly DeltaBinaryPackedReader _deltas = new(bytes);

    public override void Read(Span<long> destination) => _deltas.Read(destination);
}

/// <summary>Whole numbers of 32 bits kept as differences; sums wrap at 32 bits.</summary>
internal sealed class DeltaInt32Reader(ReadOnlyMemory<byte> bytes) : ValueReader<int>
{
    private readonly DeltaBinaryPackedReader _deltas = new(bytes);

    public override void Read(Span<int> destination)
    {
        if (destination.Length > _deltas.Left)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {_deltas.Left} are left");
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = unchecked((int)_deltas.Next());
        }
    }
}

/// <summary>One bit for each value, least significant first.</summary>
internal sealed class PlainBooleanReader(ReadOnlyMemory<byte> bytes) : ValueReader<bool>
{
    private long _index;

    public override void Read(Span<bool> destination)
    {
        if (_index + destination.Length > bytes.Length * 8L)
        {
            throw new EndOfStreamException("the bits end before the values do");
        }

        ReadOnlySpan<byte> span = bytes.Span;
        for (int i = 0; i < destination.Length; i++, _index++)
        {
            destination[i] = (span[(int)(_index >> 3)] >> (int)(_index & 7) & 1) == 1;
        }
    }
}

/// <summary>Runs of bits, after four bytes that say how long they are.</summary>
internal sealed class RleBooleanReader(ReadOnlyMemory<byte> bytes) : ValueReader<bool>
{
    private readonly RleHybridReader _runs = new(LengthPrefixed.Take(bytes, out _), 1);
    private int[] _buffer = [];

    public override void Read(Span<bool> destination)
    {
        if (_buffer.Length < destination.Length)
        {
            _buffer = new int[destination.Length];
        }

        Span<int> bits = _buffer.AsSpan(0, destination.Length);
        _runs.Read(bits);
        for (int i = 0; i < bits.Length; i++)
        {
            destination[i] = bits[i] != 0;
        }
    }
}
