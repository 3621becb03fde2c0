using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The classes with registers of 512 bits.</summary>
/// <remarks>Comparisons of this width give mask registers, so masks are joined as numbers and not as vectors.</remarks>
internal readonly struct Vector512Masks : IBlockMasks
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Text(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(in start);
        newlines = Is(bytes, '\n');
        ink = ~(Within(bytes, 9, 4) | Within(bytes, 28, 4));
        nonAscii = bytes.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Marks(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(in start);
        escapes = Is(bytes, '\u001B');
        times = Is(bytes, ':') & Is(Vector512.LoadUnsafe(in start, 3), ':');
        if (Avx512BW.IsSupported)
        {
            Vector512<byte> letters = Avx512BW.Shuffle(Vector512.Create(LevelLetters.First), bytes)
                & Avx512BW.Shuffle(Vector512.Create(LevelLetters.Second), Vector512.LoadUnsafe(in start, 1))
                & Avx512BW.Shuffle(Vector512.Create(LevelLetters.Third), Vector512.LoadUnsafe(in start, 2));
            levels = ~Vector512.Equals(letters, Vector512<byte>.Zero).ExtractMostSignificantBits();
        }
        else
        {
            Vector256Masks.Marks(in start, out _, out levels, out _);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HeadMasks Head(ref readonly byte start)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(in start);
        Vector512<byte> lower = bytes | Vector512.Create((byte)0x20);
        Vector512<byte> next = Vector512.LoadUnsafe(in start, 1) | Vector512.Create((byte)0x20);
        ulong digits = Within(bytes, (byte)'0', 9);
        ulong levels = (Is(next, 'r') & (Is(lower, 't') | Is(lower, 'e') | Is(lower, 'c')))
            | (Is(next, 'a') & (Is(lower, 'w') | Is(lower, 'f') | Is(lower, 'p')))
            | (Is(lower, 'd') & Is(next, 'e'))
            | (Is(lower, 'i') & Is(next, 'n'));
        return new HeadMasks(digits | Within(lower, (byte)'a', 25) | Is(bytes, '_'), digits, Is(bytes, ':'), levels, Is(bytes, '\u001B'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Equal(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        Vector512<byte> bytes = Vector512.LoadUnsafe(in start);
        digits = Within(bytes, (byte)'0', 9);
        return Vector512.Equals(bytes, Vector512.LoadUnsafe(in other)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Is(Vector512<byte> bytes, char wanted) => Vector512.Equals(bytes, Vector512.Create((byte)wanted)).ExtractMostSignificantBits();

    // What is below the range wraps around to large numbers, so one comparison tells whether a byte is in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Within(Vector512<byte> bytes, byte lowest, byte more) =>
        Vector512.LessThanOrEqual(bytes - Vector512.Create(lowest), Vector512.Create(more)).ExtractMostSignificantBits();
}
