using System.Buffers.Binary;
using System.Text;

namespace CiFeatures.Decoding.State.Wire;

/// <summary>Writes protobuf messages. Fields with the default value are left out, as protobuf version 3 does.</summary>
internal sealed class WireWriter
{
    private const int LongestVarint = 10;

    // Small, because what is kept of a message is often a few bytes.
    private byte[] _bytes = new byte[64];
    private int _length;

    /// <summary>All that was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public void Int32(int number, int value)
    {
        if (value != 0)
        {
            Key(number, WireType.Varint);
            Varint(unchecked((ulong)value));
        }
    }

    public void Bool(int number, bool value) => Int32(number, value ? 1 : 0);

    public void Int64(int number, long value)
    {
        if (value != 0)
        {
            Key(number, WireType.Varint);
            Varint(unchecked((ulong)value));
        }
    }

    public void Double(int number, double value)
    {
        // Compared as bits: negative zero is not the default.
        if (BitConverter.DoubleToInt64Bits(value) != 0)
        {
            Key(number, WireType.Fixed64);
            BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
            _length += sizeof(double);
        }
    }

    public void Float(int number, float value)
    {
        if (BitConverter.SingleToInt32Bits(value) != 0)
        {
            Key(number, WireType.Fixed32);
            BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);
            _length += sizeof(float);
        }
    }

    public void Text(int number, string value)
    {
        if (value.Length > 0)
        {
            Item(number, value);
        }
    }

    /// <summary>Writes the texts of a list, empty ones too.</summary>
    /// <param name="number">The field.</param>
    /// <param name="values">The texts.</param>
    public void Texts(int number, IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            Item(number, value);
        }
    }

    /// <summary>Writes a text even when it is empty.</summary>
    /// <param name="number">The field.</param>
    /// <param name="value">The text; half of a surrogate pair becomes U+FFFD.</param>
    public void Item(int number, string value)
    {
        Key(number, WireType.Bytes);
        int length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(value, Room(length));
        _length += length;
    }

    public void PackedInt32s(int number, ReadOnlySpan<int> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        int start = Begin(number);
        foreach (int value in values)
        {
            Varint(unchecked((ulong)value));
        }

        End(start);
    }

    public void PackedDoubles(int number, ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        int start = Begin(number);
        foreach (double value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
            _length += sizeof(double);
        }

        End(start);
    }

    public void PackedFloats(int number, IReadOnlyCollection<float> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        int start = Begin(number);
        foreach (float value in values)
        {
            BinaryPrimitives.WriteSingleLittleEndian(Room(sizeof(float)), value);
            _length += sizeof(float);
        }

        End(start);
    }

    /// <summary>Writes fields as they are.</summary>
    /// <param name="unknown">The fields.</param>
    public void Unknown(UnknownFields unknown) => Raw(unknown.Bytes);

    /// <summary>Writes bytes as they are.</summary>
    /// <param name="bytes">Whole fields with their keys.</param>
    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
    }

    /// <summary>Begins a message; what is written until <see cref="End"/> is its content.</summary>
    /// <param name="number">The field.</param>
    /// <returns>What <see cref="End"/> needs.</returns>
    public int Begin(int number)
    {
        Key(number, WireType.Bytes);
        return _length;
    }

    /// <summary>Ends a message: its length is put before its content.</summary>
    /// <param name="start">What <see cref="Begin"/> gave.</param>
    public void End(int start)
    {
        int length = _length - start;
        int room = 1;
        for (int rest = length >> 7; rest > 0; rest >>= 7)
        {
            room++;
        }

        Room(room);
        _bytes.AsSpan(start, length).CopyTo(_bytes.AsSpan(start + room));
        _length = start;
        Varint((ulong)length);
        _length += length;
    }

    private void Key(int number, WireType type) => Varint(WireKeys.Of(number, type));

    private void Varint(ulong value)
    {
        Span<byte> room = Room(LongestVarint);
        int i = 0;
        for (; value >= 0x80; value >>= 7)
        {
            room[i++] = unchecked((byte)(value | 0x80));
        }

        room[i++] = (byte)value;
        _length += i;
    }

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_length + length), (int)Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        }

        return _bytes.AsSpan(_length);
    }
}
