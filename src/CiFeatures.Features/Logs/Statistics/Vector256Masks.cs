using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The classes with registers of 256 bits.</summary>
internal readonly struct Vector256Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Text(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        TextPart(in start, out ulong n0, out ulong i0, out ulong a0);
        TextPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32), out ulong n1, out ulong i1, out ulong a1);
        newlines = n0 | (n1 << 32);
        ink = i0 | (i1 << 32);
        nonAscii = a0 | (a1 << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Marks(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        MarksPart(in start, out ulong e0, out ulong l0, out ulong t0);
        MarksPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32), out ulong e1, out ulong l1, out ulong t1);
        escapes = e0 | (e1 << 32);
        levels = l0 | (l1 << 32);
        times = t0 | (t1 << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HeadMasks Head(ref readonly byte start)
    {
        HeadMasks h0 = HeadPart(in start);
        HeadMasks h1 = HeadPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32));
        return new HeadMasks(
            h0.Word | (h1.Word << 32),
            h0.Digits | (h1.Digits << 32),
            h0.Colons | (h1.Colons << 32),
            h0.LevelStarts | (h1.LevelStarts << 32),
            h0.Escapes | (h1.Escapes << 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        ulong e0 = EqualPart(in start, in other, out ulong d0);
        ulong e1 = EqualPart(ref Unsafe.Add(ref Unsafe.AsRef(in start), 32), ref Unsafe.Add(ref Unsafe.AsRef(in other), 32), out ulong d1);
        digits = d0 | (d1 << 32);
        return e0 | (e1 << 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EqualPart(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(in start);
        digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9)).ExtractMostSignificantBits();
        return Vector256.Equals(bytes, Vector256.LoadUnsafe(in other)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TextPart(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(in start);
        newlines = Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits();

        // What is below a range wraps around to large numbers, so one comparison tells whether a byte is in it.
        Vector256<byte> controls = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)9), Vector256.Create((byte)4));
        Vector256<byte> separators = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)28), Vector256.Create((byte)4));
        ink = (~(controls | separators)).ExtractMostSignificantBits();
        nonAscii = bytes.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MarksPart(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(in start);
        escapes = Is(bytes, '\u001B').ExtractMostSignificantBits();
        times = (Is(bytes, ':') & Is(Vector256.LoadUnsafe(in start, 3), ':')).ExtractMostSignificantBits();
        Vector256<byte> letters = Look(LevelLetters.First, bytes)
            & Look(LevelLetters.Second, Vector256.LoadUnsafe(in start, 1))
            & Look(LevelLetters.Third, Vector256.LoadUnsafe(in start, 2));
        levels = (~Vector256.Equals(letters, Vector256<byte>.Zero)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Look(Vector128<byte> table, Vector256<byte> bytes) => Avx2.IsSupported
        ? Avx2.Shuffle(Vector256.Create(table, table), bytes)
        : Vector256.Create(Vector128Masks.Look(table, bytes.GetLower()), Vector128Masks.Look(table, bytes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static HeadMasks HeadPart(ref readonly byte start)
    {
        Vector256<byte> bytes = Vector256.LoadUnsafe(in start);
        Vector256<byte> lower = bytes | Vector256.Create((byte)0x20);
        Vector256<byte> next = Vector256.LoadUnsafe(in start, 1) | Vector256.Create((byte)0x20);
        Vector256<byte> digits = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
        Vector256<byte> letters = Vector256.LessThanOrEqual(lower - Vector256.Create((byte)'a'), Vector256.Create((byte)25));
        Vector256<byte> word = digits | letters | Is(bytes, '_');
        Vector256<byte> levels = (Is(next, 'r') & (Is(lower, 't') | Is(lower, 'e') | Is(lower, 'c')))
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
    private static Vector256<byte> Is(Vector256<byte> bytes, char wanted) => Vector256.Equals(bytes, Vector256.Create((byte)wanted));
}
