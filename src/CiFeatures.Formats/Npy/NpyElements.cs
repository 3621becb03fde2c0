using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CiFeatures.Formats.Npy;

/// <summary>Reads elements of one type from a stream, as many at a time as are wanted.</summary>
internal abstract class NpyElements(NpyElementType type, int size)
{
    public NpyElementType Type { get; } = type;

    /// <summary>Bytes of one element.</summary>
    public int Size { get; } = size;

    public abstract Array Read(Stream stream, int count);

    /// <summary>Puts elements that come with the first index fastest into C order.</summary>
    public abstract Array ToCOrder(Array values, IReadOnlyList<long> shape);

    public static NpyElements For(string descr, string place)
    {
        bool big = descr.StartsWith('>');
        string kind = descr.Length > 0 && descr[0] is '<' or '>' or '|' or '=' ? descr[1..] : descr;
        switch (kind)
        {
            case "b1" or "?":
                return new NpyElements<bool>(NpyElementType.Boolean, 1, b => b[0] != 0);
            case "i1":
                return new NpyElements<sbyte>(NpyElementType.Int8, 1, b => unchecked((sbyte)b[0]));
            case "u1":
                return new NpyElements<byte>(NpyElementType.UInt8, 1, b => b[0]);
            case "i2":
                return new NpyElements<short>(NpyElementType.Int16, 2, big ? BinaryPrimitives.ReadInt16BigEndian : BinaryPrimitives.ReadInt16LittleEndian);
            case "u2":
                return new NpyElements<ushort>(NpyElementType.UInt16, 2, big ? BinaryPrimitives.ReadUInt16BigEndian : BinaryPrimitives.ReadUInt16LittleEndian);
            case "i4":
                return new NpyElements<int>(NpyElementType.Int32, 4, big ? BinaryPrimitives.ReadInt32BigEndian : BinaryPrimitives.ReadInt32LittleEndian);
            case "u4":
                return new NpyElements<uint>(NpyElementType.UInt32, 4, big ? BinaryPrimitives.ReadUInt32BigEndian : BinaryPrimitives.ReadUInt32LittleEndian);
            case "i8":
                return new NpyElements<long>(NpyElementType.Int64, 8, big ? BinaryPrimitives.ReadInt64BigEndian : BinaryPrimitives.ReadInt64LittleEndian);
            case "u8":
                return new NpyElements<ulong>(NpyElementType.UInt64, 8, big ? BinaryPrimitives.ReadUInt64BigEndian : BinaryPrimitives.ReadUInt64LittleEndian);
            case "f2":
                return new NpyElements<float>(NpyElementType.Float32, 2, big ? b => (float)BinaryPrimitives.ReadHalfBigEndian(b) : b => (float)BinaryPrimitives.ReadHalfLittleEndian(b));
            case "f4":
                return new NpyElements<float>(NpyElementType.Float32, 4, big ? BinaryPrimitives.ReadSingleBigEndian : BinaryPrimitives.ReadSingleLittleEndian);
            case "f8":
                return new NpyElements<double>(NpyElementType.Float64, 8, big ? BinaryPrimitives.ReadDoubleBigEndian : BinaryPrimitives.ReadDoubleLittleEndian);
        }

        if (kind.StartsWith("M8", StringComparison.Ordinal))
        {
            return Timestamps(kind, big, place);
        }

        if (kind.Length > 1 && kind[0] is 'U' or 'S' && int.TryParse(kind.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int characters) && characters <= 1 << 24)
        {
            return kind[0] == 'U'
                ? new NpyElements<string>(NpyElementType.Text, 4 * characters, b => Utf32(b, big))
                : new NpyElements<string>(NpyElementType.Text, characters, b => Encoding.UTF8.GetString(b.TrimEnd((byte)0)));
        }

        string remedy = kind.Contains('O', StringComparison.Ordinal) ? "Python objects are never loaded; save plain numbers or texts." : "Save it as numbers, booleans, texts or datetime64.";
        throw FormatErrors.NpyNotRead($"Elements of type '{descr}' are not read here.", place, remedy);
    }

    private static NpyElements<long> Timestamps(string kind, bool big, string place)
    {
        // Milliseconds in a unit, or units in a millisecond.
        (long multiply, long divide) = kind switch
        {
            "M8[D]" => (86_400_000, 1),
            "M8[h]" => (3_600_000, 1),
            "M8[m]" => (60_000, 1),
            "M8[s]" => (1000, 1),
            "M8[ms]" => (1, 1),
            "M8[us]" => (1, 1000),
            "M8[ns]" => (1L, 1_000_000L),
            _ => throw FormatErrors.NpyNotRead($"Times of type '{kind}' are not read here.", place, "Save them as datetime64[ms]."),
        };
        return new NpyElements<long>(NpyElementType.TimestampMs, 8, bytes =>
        {
            long value = big ? BinaryPrimitives.ReadInt64BigEndian(bytes) : BinaryPrimitives.ReadInt64LittleEndian(bytes);
            return value == long.MinValue ? value : checked(value * multiply) / divide - (value % divide < 0 ? 1 : 0);
        });
    }

    private static string Utf32(ReadOnlySpan<byte> bytes, bool big)
    {
        int length = bytes.Length;
        while (length >= 4 && bytes.Slice(length - 4, 4).IndexOfAnyExcept((byte)0) < 0)
        {
            length -= 4;
        }

        var text = new StringBuilder(length / 4);
        for (int i = 0; i < length; i += 4)
        {
            uint code = big ? BinaryPrimitives.ReadUInt32BigEndian(bytes[i..]) : BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]);
            text.Append(Rune.IsValid(code) ? new Rune(code).ToString() : code <= 0xffff ? ((char)code).ToString() : throw new InvalidDataException($"the character {code}"));
        }

        return text.ToString();
    }
}

/// <summary>Elements of a known type.</summary>
internal sealed class NpyElements<T>(NpyElementType type, int size, NpyElements<T>.Convert convert) : NpyElements(type, size)
{
    private const int BufferBytes = 1 << 16;

    public delegate T Convert(ReadOnlySpan<byte> bytes);

    public override Array Read(Stream stream, int count)
    {
        var values = new T[count];
        if (Size == 0)
        {
            Array.Fill(values, convert([]));
            return values;
        }

        int perRead = Math.Max(1, BufferBytes / Size);
        byte[] buffer = new byte[(int)Math.Min(perRead, Math.Max(1L, count)) * Size];
        for (int done = 0; done < count;)
        {
            int part = Math.Min(perRead, count - done);
            stream.ReadExactly(buffer, 0, part * Size);
            for (int i = 0; i < part; i++)
            {
                values[done + i] = convert(buffer.AsSpan(i * Size, Size));
            }

            done += part;
        }

        return values;
    }

    public override Array ToCOrder(Array values, IReadOnlyList<long> shape)
    {
        var from = (T[])values;
        var to = new T[from.Length];
        var index = new long[shape.Count];
        for (int target = 0; target < to.Length; target++)
        {
            long source = 0;
            for (int d = shape.Count - 1; d >= 0; d--)
            {
                source = source * shape[d] + index[d];
            }

            to[target] = from[source];
            for (int d = shape.Count - 1; d >= 0 && ++index[d] == shape[d]; d--)
            {
                index[d] = 0;
            }
        }

        return to;
    }
}
