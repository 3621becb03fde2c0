namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Byte arrays, each after its length in four bytes (PLAIN).</summary>
internal sealed class PlainBytesReader(ReadOnlyMemory<byte> bytes) : ValueReader<ReadOnlyMemory<byte>>
{
    private ReadOnlyMemory<byte> _rest = bytes;

    public override void Read(Span<ReadOnlyMemory<byte>> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = LengthPrefixed.Take(_rest, out _rest);
        }
    }
}

/// <summary>Byte arrays of one length.</summary>
internal sealed class FixedBytesReader(ReadOnlyMemory<byte> bytes, int width) : ValueReader<ReadOnlyMemory<byte>>
{
    private int _position;

    public override void Read(Span<ReadOnlyMemory<byte>> destination)
    {
        for (int i = 0; i < destination.Length; i++)
        {
            if (width > bytes.Length - _position)
            {
                throw new EndOfStreamException($"a value of {width} bytes where {bytes.Length - _position} are left");
            }

            destination[i] = bytes.Slice(_position, width);
            _position += width;
        }
    }
}

/// <summary>Byte arrays of one length with all first bytes together, and so on (BYTE_STREAM_SPLIT).</summary>
internal sealed class SplitFixedBytesReader(ReadOnlyMemory<byte> bytes, int width) : ValueReader<ReadOnlyMemory<byte>>
{
    private readonly int _count = width == 0 ? 0 : bytes.Length / width;
    private int _index;

    public override void Read(Span<ReadOnlyMemory<byte>> destination)
    {
        if (destination.Length > _count - _index)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {_count - _index} are left");
        }

        for (int i = 0; i < destination.Length; i++, _index++)
        {
            byte[] value = new byte[width];
            for (int b = 0; b < width; b++)
            {
                value[b] = bytes.Span[b * _count + _index];
            }

            destination[i] = value;
        }
    }
}

/// <summary>Byte arrays with all lengths first, as differences (DELTA_LENGTH_BYTE_ARRAY).</summary>
internal sealed class DeltaLengthBytesReader : ValueReader<ReadOnlyMemory<byte>>
{
    private readonly DeltaBinaryPackedReader _lengths;
    private ReadOnlyMemory<byte> _rest;

    public DeltaLengthBytesReader(ReadOnlyMemory<byte> bytes)
    {
        _lengths = new DeltaBinaryPackedReader(bytes);
        _rest = bytes[new DeltaBinaryPackedReader(bytes).End()..];
    }

    public override void Read(Span<ReadOnlyMemory<byte>> destination)
    {
        if (destination.Length > _lengths.Left)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {_lengths.Left} are left");
        }

        for (int i = 0; i < destination.Length; i++)
        {
            long length = _lengths.Next();
            if (length < 0 || length > _rest.Length)
            {
                throw new EndOfStreamException($"a value of {length} bytes where {_rest.Length} are left");
            }

            destination[i] = _rest[..(int)length];
            _rest = _rest[(int)length..];
        }
    }
}

/// <summary>Byte arrays that share their beginning with the one before (DELTA_BYTE_ARRAY).</summary>
internal sealed class DeltaBytesReader : ValueReader<ReadOnlyMemory<byte>>
{
    // A value of n bytes can come from a few bits, so what a page can grow to is bounded here.
    private const long MaxPageBytes = 1L << 30;

    private readonly DeltaBinaryPackedReader _prefixes;
    private readonly DeltaLengthBytesReader _suffixes;
    private readonly ReadOnlyMemory<byte>[] _suffix = new ReadOnlyMemory<byte>[1];
    private byte[] _last = [];
    private long _grown;

    public DeltaBytesReader(ReadOnlyMemory<byte> bytes)
    {
        _prefixes = new DeltaBinaryPackedReader(bytes);
        _suffixes = new DeltaLengthBytesReader(bytes[new DeltaBinaryPackedReader(bytes).End()..]);
    }

    public override void Read(Span<ReadOnlyMemory<byte>> destination)
    {
        if (destination.Length > _prefixes.Left)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {_prefixes.Left} are left");
        }

        for (int i = 0; i < destination.Length; i++)
        {
            long shared = _prefixes.Next();
            _suffixes.Read(_suffix);
            if (shared < 0 || shared > _last.Length)
            {
                throw new InvalidDataException($"a value shares {shared} bytes with one of {_last.Length}");
            }

            _grown += shared + _suffix[0].Length;
            if (_grown > MaxPageBytes)
            {
                throw new InvalidDataException($"the values of one page are longer than {MaxPageBytes} bytes");
            }

            byte[] value = new byte[shared + _suffix[0].Length];
            _last.AsSpan(0, (int)shared).CopyTo(value);
            _suffix[0].Span.CopyTo(value.AsSpan((int)shared));
            _last = value;
            destination[i] = value;
        }
    }
}
