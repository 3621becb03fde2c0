namespace CiFeatures.Formats.Parquet.Encodings;

/// <summary>Reads the mix of runs and bit-packed groups that levels, dictionary indexes and booleans are kept in.</summary>
/// <remarks>Runs are never expanded beyond what is asked for, so a run of a billion costs nothing.</remarks>
internal sealed class RleHybridReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _width;
    private int _position;
    private long _runLeft;
    private bool _isPacked;
    private int _runValue;
    private int _packedStart;
    private long _packedIndex;

    public RleHybridReader(ReadOnlyMemory<byte> bytes, int width)
    {
        if (width is < 0 or > 32)
        {
            throw new InvalidDataException($"a bit width of {width}");
        }

        _bytes = bytes;
        _width = width;
    }

    public void Read(Span<int> destination)
    {
        while (destination.Length > 0)
        {
            if (_runLeft == 0)
            {
                NextRun();
            }

            int count = (int)Math.Min(_runLeft, destination.Length);
            if (_isPacked)
            {
                ReadOnlySpan<byte> packed = _bytes.Span[_packedStart..];
                for (int i = 0; i < count; i++)
                {
                    destination[i] = unchecked((int)BitReader.Read(packed, _packedIndex + i, _width));
                }

                _packedIndex += count;
            }
            else
            {
                destination[..count].Fill(_runValue);
            }

            _runLeft -= count;
            destination = destination[count..];
        }
    }

    private void NextRun()
    {
        uint head = Head();
        _isPacked = (head & 1) == 1;
        if (_isPacked)
        {
            // The last group may be cut where the page ends; the values that are there still count.
            long bytes = (long)(head >> 1) * _width;
            long there = Math.Min(bytes, _bytes.Length - _position);
            _runLeft = _width == 0 ? (long)(head >> 1) * 8 : there * 8 / _width;
            _packedStart = _position;
            _packedIndex = 0;
            _position += (int)there;
        }
        else
        {
            _runLeft = head >> 1;
            _runValue = 0;
            for (int i = 0; i < (_width + 7) / 8; i++)
            {
                _runValue |= unchecked(NextByte() << 8 * i);
            }
        }

        if (_runLeft == 0 && _position >= _bytes.Length)
        {
            throw new EndOfStreamException("the runs end before the values do");
        }
    }

    private uint Head()
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte next = NextByte();
            value |= unchecked((uint)(next & 0x7f) << shift);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a run is longer than 32 bits can say");
    }

    private byte NextByte() => _position < _bytes.Length
        ? _bytes.Span[_position++]
        : throw new EndOfStreamException("the runs end before the values do");
}
