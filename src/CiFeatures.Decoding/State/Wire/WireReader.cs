using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CiFeatures.Decoding.State.Wire;

/// <summary>Reads the fields of one protobuf message. Every length is compared with the bytes that are there before anything is done with it.</summary>
/// <remarks>
/// A message inside is read by a reader of its own, and only where the schema has one, so the depth is the schema's and not the input's.
/// Groups, which the schema does not have, are skipped without recursion.
/// </remarks>
internal ref partial struct WireReader
{
    private const int LongestVarint = 10;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _start;
    private int _at;
    private int _keyAt;

    /// <summary>Starts at the first byte of an object.</summary>
    /// <param name="bytes">The object.</param>
    /// <param name="message">The message's name, for errors.</param>
    /// <param name="context">What readers of the object share.</param>
    public WireReader(ReadOnlySpan<byte> bytes, string message, WireContext context)
        : this(bytes, 0, message, context)
    {
    }

    private WireReader(ReadOnlySpan<byte> bytes, long start, string message, WireContext context)
    {
        _bytes = bytes;
        _start = start;
        Message = message;
        Context = context;
    }

    /// <summary>The name of the message.</summary>
    public string Message { get; }

    /// <summary>What readers of the object share.</summary>
    public WireContext Context { get; }

    /// <summary>The place of the field that is being read.</summary>
    public readonly WirePlace Place => new(Message, _start + _keyAt);

    /// <summary>Goes to the next field.</summary>
    /// <param name="key">Its key: number and wire type.</param>
    /// <returns>False at the end of the message.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryKey(out uint key)
    {
        _keyAt = _at;
        if ((uint)_at >= (uint)_bytes.Length)
        {
            key = 0;
            return false;
        }

        key = _bytes[_at];
        if (key is >= 0x08 and < 0x80 && (key & 7) <= 5)
        {
            _at++;
            return true;
        }

        key = LongKey();
        return true;
    }

    /// <summary>Reads a number of up to 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Varint()
    {
        int at = _at;
        if ((uint)at < (uint)_bytes.Length && _bytes[at] < 0x80)
        {
            _at = at + 1;
            return _bytes[at];
        }

        return LongVarint();
    }

    /// <summary>Reads a number and keeps its lower 32 bits, as protobuf does for int32.</summary>
    public int Int32() => unchecked((int)Varint());

    /// <summary>Reads a double.</summary>
    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Fixed(sizeof(double)));

    /// <summary>Reads a float.</summary>
    public float Float() => BinaryPrimitives.ReadSingleLittleEndian(Fixed(sizeof(float)));

    /// <summary>Reads a length and gives that many bytes, without a copy.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        ulong length = Varint();
        if (length > (ulong)(_bytes.Length - _at))
        {
            Damage($"a length of {length} is claimed, but {_bytes.Length - _at} bytes are left");
        }

        ReadOnlySpan<byte> bytes = _bytes.Slice(_at, (int)length);
        _at += (int)length;
        return bytes;
    }

    /// <summary>Reads a text.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> utf8 = Bytes();
        return utf8.IsEmpty ? "" : Context.Text(utf8, Place);
    }

    /// <summary>Gives a reader of the message inside.</summary>
    /// <param name="message">The inner message's name, for errors.</param>
    public WireReader Inner(string message)
    {
        ReadOnlySpan<byte> bytes = Bytes();
        return new(bytes, _start + _at - bytes.Length, message, Context);
    }

    [DoesNotReturn]
    private readonly void Damage(string reason) => StateErrors.Damaged(reason, $"{Context.Issues.Place}, {Message}, byte {_start + _at}");

    private ReadOnlySpan<byte> Fixed(int length)
    {
        if (_bytes.Length - _at < length)
        {
            Damage($"a number of {length} bytes is cut off");
        }

        ReadOnlySpan<byte> bytes = _bytes.Slice(_at, length);
        _at += length;
        return bytes;
    }

    private uint LongKey()
    {
        ulong key = Varint();
        if (key > uint.MaxValue || key >> WireKeys.TypeBits == 0 || (key & 7) > 5)
        {
            _at = _keyAt;
            Damage($"{key} is not the key of a field");
        }

        return (uint)key;
    }

    private ulong LongVarint()
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint; i++)
        {
            if (_at >= _bytes.Length)
            {
                Damage("a number is cut off");
            }

            byte part = _bytes[_at++];

            // Bits beyond 64, in the tenth byte, are dropped as in protobuf's own reader.
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                return value;
            }
        }

        Damage($"a number has more than {LongestVarint} bytes");
        return 0;
    }
}
