namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Reads whole numbers kept as packed differences (DELTA_BINARY_PACKED). Sums wrap around as the format asks.</summary>
internal sealed class DeltaBinaryPackedReader
{
    private const int MaxBlock = 1 << 20;

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _perMiniBlock;
    private readonly byte[] _widths;
    private int _position;
    private long _minDelta;
    private int _miniBlock;
    private int _inMiniBlock;
    private long _last;
    private bool _firstGiven;

    public DeltaBinaryPackedReader(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        ulong block = Varint();
        ulong miniBlocks = Varint();
        ulong total = Varint();
        _last = ZigZag();
        if (block is 0 or > MaxBlock || miniBlocks == 0 || miniBlocks > block || block % miniBlocks != 0 || block / miniBlocks % 8 != 0 || total > int.MaxValue)
        {
            throw new InvalidDataException($"{miniBlocks} miniblocks in a block of {block}, {total} values");
        }

        _perMiniBlock = (int)(block / miniBlocks);
        _widths = new byte[(int)miniBlocks];
        _miniBlock = _widths.Length;
        Left = (int)total;
    }

    /// <summary>How many values are still to come.</summary>
    public int Left { get; private set; }

    public void Read(Span<long> destination)
    {
        if (destination.Length > Left)
        {
            throw new EndOfStreamException($"{destination.Length} values are wanted where {Left} are left");
        }

        for (int i = 0; i < destination.Length; i++)
        {
            destination[i] = Next();
        }
    }

    /// <summary>Passes over all values and gives the position of the first byte behind them.</summary>
    public int End()
    {
        while (Left > 0)
        {
            Next();
        }

        return _inMiniBlock == 0 ? _position : _position + MiniBlockBytes();
    }

    public long Next()
    {
        Left--;
        if (!_firstGiven)
        {
            _firstGiven = true;
            return _last;
        }

        if (_inMiniBlock == 0)
        {
            BeginMiniBlock();
        }

        int width = _widths[_miniBlock];
        long delta = width == 0 ? 0 : unchecked((long)BitReader.Read(_bytes.Span[_position..], _inMiniBlock, width));
        _last = unchecked(_last + _minDelta + delta);
        if (++_inMiniBlock == _perMiniBlock)
        {
            _position += MiniBlockBytes();
            _miniBlock++;
            _inMiniBlock = 0;
        }

        return _last;
    }

    private int MiniBlockBytes() => _perMiniBlock / 8 * _widths[_miniBlock];

    private void BeginMiniBlock()
    {
        if (_miniBlock == _widths.Length)
        {
            _minDelta = ZigZag();
            for (int i = 0; i < _widths.Length; i++)
            {
                _widths[i] = NextByte();
            }

            _miniBlock = 0;
        }

        if (_widths[_miniBlock] > 64 || MiniBlockBytes() > _bytes.Length - _position)
        {
            throw new EndOfStreamException($"a miniblock of bit width {_widths[_miniBlock]} does not fit");
        }
    }

    private byte NextByte() => _position < _bytes.Length
        ? _bytes.Span[_position++]
        : throw new EndOfStreamException("the differences end before the values do");

    private long ZigZag()
    {
        ulong value = Varint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = NextByte();
            value |= unchecked((ulong)(next & 0x7f) << shift);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number is longer than 64 bits");
    }
}
