using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The classes with registers of 128 bits.</summary>
internal readonly struct Vector128Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Text(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        TextPart(in start, out ulong n0, out ulong i0, out ulong a0);
        TextPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 16), out ulong n1, out ulong i1, out ulong a1);
        TextPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32), out ulong n2, out ulong i2, out ulong a2);
        TextPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 48), out ulong n3, out ulong i3, out ulong a3);
        newlines = n0 | (n1 << 16) | (n2 << 32) | (n3 << 48);
        ink = i0 | (i1 << 16) | (i2 << 32) | (i3 << 48);
        nonAscii = a0 | (a1 << 16) | (a2 << 32) | (a3 << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Marks(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        escapes = 0;
        levels = 0;
        times = 0;
        for (int at = 0; at < 64; at += 16)
        {
            MarksPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), at), out ulong e, out ulong l, out ulong t);
            escapes |= e << at;
            levels |= l << at;
            times |= t << at;
        }
    }

    /// <summary>Looks bytes up by their low four bits; bytes from 128 may give zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> bytes) => Vector128.Shuffle(table, bytes & Vector128.Create((byte)0x0F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HeadMasks Head(ref readonly byte start)
    {
        HeadMasks h0 = HeadPart(in start);
        HeadMasks h1 = HeadPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 16));
        HeadMasks h2 = HeadPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32));
        HeadMasks h3 = HeadPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 48));
        return new HeadMasks(
            h0.Word | (h1.Word << 16) | (h2.Word << 32) | (h3.Word << 48),
            h0.Digits | (h1.Digits << 16) | (h2.Digits << 32) | (h3.Digits << 48),
            h0.Colons | (h1.Colons << 16) | (h2.Colons << 32) | (h3.Colons << 48),
            h0.LevelStarts | (h1.LevelStarts << 16) | (h2.LevelStarts << 32) | (h3.LevelStarts << 48),
            h0.Escapes | (h1.Escapes << 16) | (h2.Escapes << 32) | (h3.Escapes << 48));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        ulong e0 = EqualPart(in start, in other, out ulong d0);
        ulong e1 = EqualPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 16), ref Unsafe.Add(ref Unsafe.AsRef(in other), 16), out ulong d1);
        ulong e2 = EqualPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32), ref Unsafe.Add(ref Unsafe.AsRef(in other), 32), out ulong d2);
        ulong e3 = EqualPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 48), ref Unsafe.Add(ref Unsafe.AsRef(in other), 48), out ulong d3);
        digits = d0 | (d1 << 16) | (d2 << 32) | (d3 << 48);
        return e0 | (e1 << 16) | (e2 << 32) | (e3 << 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualPart(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(in start);
        digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9)).ExtractMostSignificantBits();
        return Vector128.Equals(bytes, Vector128.LoadUnsafe(in other)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TextPart(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(in start);
        newlines = Vector128.Equals(bytes, Vector128.Create((byte)'\n')).ExtractMostSignificantBits();

        // What is below a range wraps around to large numbers, so one comparison tells whether a byte is in it.
        Vector128<byte> controls = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)9), Vector128.Create((byte)4));
        Vector128<byte> separators = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)28), Vector128.Create((byte)4));
        ink = (~(controls | separators)).ExtractMostSignificantBits();
        nonAscii = bytes.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MarksPart(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(in start);
        escapes = Is(bytes, '\u001B').ExtractMostSignificantBits();
        times = (Is(bytes, ':') & Is(Vector128.LoadUnsafe(in start, 3), ':')).ExtractMostSignificantBits();
        Vector128<byte> letters = Look(LevelLetters.First, bytes)
            & Look(LevelLetters.Second, Vector128.LoadUnsafe(in start, 1))
            & Look(LevelLetters.Third, Vector128.LoadUnsafe(in start, 2));
        levels = (~Vector128.Equals(letters, Vector128<byte>.Zero)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HeadMasks HeadPart(ref readonly byte start)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(in start);
        Vector128<byte> lower = bytes | Vector128.Create((byte)0x20);
        Vector128<byte> next = Vector128.LoadUnsafe(in start, 1) | Vector128.Create((byte)0x20);
        Vector128<byte> digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        Vector128<byte> letters = Vector128.LessThanOrEqual(lower - Vector128.Create((byte)'a'), Vector128.Create((byte)25));
        Vector128<byte> word = digits | letters | Is(bytes, '_');
        Vector128<byte> levels = (Is(next, 'r') & (Is(lower, 't') | Is(lower, 'e') | Is(lower, 'c')))
            | (Is(next, 'a') & (Is(lower, 'w') | Is(lower, 'f') | Is(lower, 'p')))
            | (Is(lower, 'd') & Is(next, 'e'))
            | (Is(lower, 'i') & Is(next, 'n'));
        return new HeadMasks(
            word.ExtractMostSignificantBits(),
            digits.ExtractMostSignificantBits(),
            Is(bytes, ':').ExtractMostSignificantBits(),
            levels.ExtractMostSignificantBits(),
            Is(bytes, '\u001B').ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Is(Vector128<byte> bytes, char wanted) => Vector128.Equals(bytes, Vector128.Create((byte)wanted));
}
