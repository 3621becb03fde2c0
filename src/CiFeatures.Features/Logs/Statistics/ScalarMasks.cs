using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The classes byte by byte: what the vector forms have to equal.</summary>
internal readonly struct ScalarMasks : IBlockMasks
{
    public static void Text(ref readonly byte start, out ulong newlines, out ulong ink, out ulong nonAscii)
    {
        newlines = 0;
        ink = 0;
        nonAscii = 0;
        for (int i = 0; i < 64; i++)
        {
            byte value = Unsafe.Add(ref Unsafe.AsRef(in start), i);
            ulong bit = 1UL << i;
            newlines |= value == (byte)'\n' ? bit : 0;
            ink |= value is (>= 9 and <= 13) or (>= 28 and <= 32) ? 0 : bit;
            nonAscii |= value >= 128 ? bit : 0;
        }
    }

    public static void Marks(ref readonly byte start, out ulong escapes, out ulong levels, out ulong times)
    {
        escapes = 0;
        levels = 0;
        times = 0;
        for (int i = 0; i < 64; i++)
        {
            ref byte at = ref Unsafe.Add(ref Unsafe.AsRef(in start), i);
            ulong bit = 1UL << i;
            escapes |= at == 0x1B ? bit : 0;
            levels |= LevelLetters.MayBegin(at, Unsafe.Add(ref at, 1), Unsafe.Add(ref at, 2)) ? bit : 0;
            times |= at == (byte)':' && Unsafe.Add(ref at, 3) == (byte)':' ? bit : 0;
        }
    }

    public static ulong Equal(ref readonly byte start, ref readonly byte other, out ulong digits)
    {
        ulong equal = 0;
        digits = 0;
        for (int i = 0; i < 64; i++)
        {
            byte value = Unsafe.Add(ref Unsafe.AsRef(in start), i);
            equal |= value == Unsafe.Add(ref Unsafe.AsRef(in other), i) ? 1UL << i : 0;
            digits |= char.IsAsciiDigit((char)value) ? 1UL << i : 0;
        }

        return equal;
    }

    public static HeadMasks Head(ref readonly byte start)
    {
        ulong word = 0;
        ulong digits = 0;
        ulong colons = 0;
        ulong levels = 0;
        ulong escapes = 0;
        for (int i = 0; i < 64; i++)
        {
            byte value = Unsafe.Add(ref Unsafe.AsRef(in start), i);
            byte next = Unsafe.Add(ref Unsafe.AsRef(in start), i + 1);
            ulong bit = 1UL << i;
            word |= char.IsAsciiLetterOrDigit((char)value) || value == (byte)'_' ? bit : 0;
            digits |= char.IsAsciiDigit((char)value) ? bit : 0;
            colons |= value == (byte)':' ? bit : 0;
            escapes |= value == 0x1B ? bit : 0;
            levels |= ((char)(value | 0x20), (char)(next | 0x20)) switch
            {
                ('t' or 'e' or 'c', 'r') => bit,
                ('w' or 'f' or 'p', 'a') => bit,
                ('d', 'e') => bit,
                ('i', 'n') => bit,
                _ => 0,
            };
        }

        return new HeadMasks(word, digits, colons, levels, escapes);
    }
}
