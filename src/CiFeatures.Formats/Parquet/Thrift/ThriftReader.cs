using System.Text;

namespace CiFeatures.Formats.Parquet.Thrift;

/// <summary>Reads structures in Thrift's compact protocol. Every count is checked against the bytes that are left.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> on anything that does not fit, and <see cref="EndOfStreamException"/> when the bytes end; the caller adds the place.</remarks>
internal sealed class ThriftReader(ReadOnlyMemory<byte> bytes)
{
    private const int MaxDepth = 48;

    private readonly Stack<int> _outer = new();
    private int _lastId;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    private int Left => bytes.Length - Position;

    public void BeginStruct()
    {
        if (_outer.Count >= MaxDepth)
        {
            throw new InvalidDataException($"structures are nested deeper than {MaxDepth}");
        }

        _outer.Push(_lastId);
        _lastId = 0;
    }

    /// <summary>Moves to the next field of the structure. At its end the structure is left.</summary>
    public bool NextField(out int id, out ThriftType type)
    {
        int head = ReadByte();
        type = (ThriftType)(head & 0x0f);
        if (type == ThriftType.Stop)
        {
            id = 0;
            _lastId = _outer.Pop();
            return false;
        }

        int step = head >> 4;
        id = step == 0 ? (short)Math.Clamp(ZigZag(), short.MinValue, short.MaxValue) : _lastId + step;
        _lastId = id;
        return true;
    }

    public int Int32(ThriftType type)
    {
        long value = Int64(type);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw new InvalidDataException($"the number {value} does not fit 32 bits");
    }

    public long Int64(ThriftType type) => type switch
    {
        ThriftType.Byte => unchecked((sbyte)ReadByte()),
        ThriftType.I16 or ThriftType.I32 or ThriftType.I64 => ZigZag(),
        _ => throw new InvalidDataException($"a number was expected, not type {(int)type}"),
    };

    public static bool Boolean(ThriftType type) => type switch
    {
        ThriftType.True => true,
        ThriftType.False => false,
        _ => throw new InvalidDataException($"true or false was expected, not type {(int)type}"),
    };

    public ReadOnlyMemory<byte> Binary(ThriftType type)
    {
        Expect(type, ThriftType.Binary);
        ulong length = Varint();
        if (length > (ulong)Left)
        {
            throw new EndOfStreamException($"a field of {length} bytes where {Left} are left");
        }

        ReadOnlyMemory<byte> value = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return value;
    }

    public string Text(ThriftType type) => Encoding.UTF8.GetString(Binary(type).Span);

    /// <summary>Reads the head of a list; each element takes at least one byte, so the count is bounded by what is left.</summary>
    public int ListOf(ThriftType type, out ThriftType elements)
    {
        if (type is not (ThriftType.List or ThriftType.Set))
        {
            throw new InvalidDataException($"a list was expected, not type {(int)type}");
        }

        int head = ReadByte();
        elements = (ThriftType)(head & 0x0f);
        ulong count = (ulong)(head >> 4);
        if (count == 15)
        {
            count = Varint();
        }

        return count <= (ulong)Left ? (int)count : throw new EndOfStreamException($"a list of {count} elements where {Left} bytes are left");
    }

    public int ListOfStructs(ThriftType type)
    {
        int count = ListOf(type, out ThriftType elements);
        if (count > 0)
        {
            Expect(elements, ThriftType.Struct);
        }

        return count;
    }

    public void Skip(ThriftType type) => Skip(type, 0, inList: false);

    private void Skip(ThriftType type, int depth, bool inList)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException($"values are nested deeper than {MaxDepth}");
        }

        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                Advance(inList ? 1 : 0);
                break;
            case ThriftType.Byte:
                Advance(1);
                break;
            case ThriftType.I16 or ThriftType.I32 or ThriftType.I64:
                Varint();
                break;
            case ThriftType.Double:
                Advance(8);
                break;
            case ThriftType.Binary:
                Binary(type);
                break;
            case ThriftType.List or ThriftType.Set:
                int count = ListOf(type, out ThriftType elements);
                for (int i = 0; i < count; i++)
                {
                    Skip(elements, depth + 1, inList: true);
                }

                break;
            case ThriftType.Map:
                SkipMap(depth);
                break;
            case ThriftType.Struct:
                BeginStruct();
                while (NextField(out _, out ThriftType field))
                {
                    Skip(field, depth + 1, inList: false);
                }

                break;
            default:
                throw new InvalidDataException($"there is no type {(int)type}");
        }
    }

    private void SkipMap(int depth)
    {
        ulong pairs = Varint();
        if (pairs == 0)
        {
            return;
        }

        int types = ReadByte();
        if (pairs > (ulong)Left)
        {
            throw new EndOfStreamException($"a map of {pairs} pairs where {Left} bytes are left");
        }

        for (ulong i = 0; i < pairs; i++)
        {
            Skip((ThriftType)(types >> 4), depth + 1, inList: true);
            Skip((ThriftType)(types & 0x0f), depth + 1, inList: true);
        }
    }

    private static void Expect(ThriftType type, ThriftType expected)
    {
        if (type != expected)
        {
            throw new InvalidDataException($"type {(int)expected} was expected, not type {(int)type}");
        }
    }

    private byte ReadByte()
    {
        Advance(1);
        return bytes.Span[Position - 1];
    }

    private void Advance(int count)
    {
        if (count > Left)
        {
            throw new EndOfStreamException("the bytes end inside a structure");
        }

        Position += count;
    }

    private long ZigZag()
    {
        ulong value = Varint();
        return unchecked((long)(value >> 1) ^ -(long)(value & 1));
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = ReadByte();
            value |= unchecked((ulong)(next & 0x7f) << shift);
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a number is longer than 64 bits");
    }
}
