namespace CiFeatures.Tests.Decoding.State;

/// <summary>Makes bytes that look like protobuf: fields of likely numbers and all wire types in each other, with lengths that are right or lie.</summary>
internal sealed class WireMaker(Random random)
{
    private static readonly ulong[] Claims =
    [
        0, 1, 127, 128, 1UL << 14, int.MaxValue, 1UL << 31, uint.MaxValue, 1UL << 32, long.MaxValue, 1UL << 63, ulong.MaxValue - 1, ulong.MaxValue,
    ];

    private readonly List<byte> _bytes = [];

    public byte[] Make(int fields = 12)
    {
        _bytes.Clear();
        Fields(fields, 4);
        return [.. _bytes];
    }

    /// <summary>An object whose last field claims a length that it does not have.</summary>
    public byte[] MakeClaim()
    {
        _bytes.Clear();
        Fields(random.Next(3), 2);
        Key(1 + random.Next(12), 2);
        Varint(Claims[random.Next(Claims.Length)]);
        _bytes.Add(0x0A);
        return [.. _bytes];
    }

    /// <summary>An object in which messages or groups lie in each other thousands deep.</summary>
    public byte[] MakeDeep()
    {
        int depth = random.Next(5000);
        bool groups = random.Next(2) == 0;
        byte[] inner = [];
        if (groups)
        {
            byte number = (byte)(1 + random.Next(15));
            return [.. Enumerable.Repeat((byte)((number << 3) | 3), depth), .. Enumerable.Repeat((byte)((number << 3) | 4), random.Next(depth + 1))];
        }

        _bytes.Clear();
        for (int left = Math.Min(depth, 1500); left > 0; left--)
        {
            _bytes.Clear();
            Key(1 + random.Next(12), 2);
            Varint((ulong)inner.Length);
            _bytes.AddRange(inner);
            inner = [.. _bytes];
        }

        return inner;
    }

    private void Fields(int count, int depth)
    {
        for (int left = 1 + random.Next(count); left > 0; left--)
        {
            Field(depth);
        }
    }

    private void Field(int depth)
    {
        int number = random.Next(20) == 0 ? random.Next(1 << 29) : 1 + random.Next(random.Next(3) == 0 ? 70 : 13);
        switch (random.Next(12))
        {
            case 0:
                Key(number, 0);
                Varint(Claims[random.Next(Claims.Length)]);
                break;
            case 1:
                Key(number, 1);
                Random(8);
                break;
            case 2:
                Key(number, 5);
                Random(4);
                break;
            case 3:
                Key(number, 3);
                Fields(2, depth);
                Key(number, 4);
                break;
            case 4 or 5:
                Key(number, 2);
                int length = random.Next(40);
                Varint((ulong)length);
                Random(length);
                break;
            case 6:
                Packed(number);
                break;
            default:
                Message(number, depth);
                break;
        }
    }

    private void Message(int number, int depth)
    {
        Key(number, 2);
        int start = _bytes.Count;
        if (depth > 0)
        {
            Fields(6, depth - 1);
        }

        byte[] inner = [.. _bytes.Skip(start)];
        _bytes.RemoveRange(start, inner.Length);
        Varint((ulong)inner.Length);
        _bytes.AddRange(inner);
    }

    private void Packed(int number)
    {
        Key(number, 2);
        int start = _bytes.Count;
        for (int left = random.Next(20); left > 0; left--)
        {
            Varint(random.Next(6) == 0 ? Claims[random.Next(Claims.Length)] : (ulong)random.Next(20));
        }

        byte[] inner = [.. _bytes.Skip(start)];
        _bytes.RemoveRange(start, inner.Length);
        Varint((ulong)inner.Length);
        _bytes.AddRange(inner);
    }

    private void Random(int length)
    {
        for (; length > 0; length--)
        {
            _bytes.Add((byte)random.Next(256));
        }
    }

    private void Key(int number, int type) => Varint(((ulong)(uint)number << 3) | (uint)type);

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)((value & 0x7F) | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
