namespace CiFeatures.Features.Logs.Templates;

/// <summary>What stands between words: punctuation in full, any run of blanks as one, colour codes left out.</summary>
internal static class Gaps
{
    private const ulong Seed = 0x9E3779B97F4A7C15;
    private const ulong Prime = 0xFF51AFD7ED558CCD;

    /// <summary>Hash of a gap without text.</summary>
    public const ulong Empty = Seed;

    /// <summary>Hash of a gap of blanks alone.</summary>
    public const ulong Blank = unchecked((Seed ^ ' ') * Prime);

    /// <summary>Finds the end of a gap.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where the gap begins.</param>
    /// <param name="end">Where to stop at the latest.</param>
    /// <param name="gap">Hash of its text.</param>
    /// <param name="text">Gets its text; null when that is not wanted.</param>
    /// <returns>The first byte of the next word.</returns>
    public static int Skip(ReadOnlySpan<byte> line, int at, int end, out ulong gap, List<byte>? text = null)
    {
        ulong hash = Seed;
        bool blank = false;
        bool anything = at > 0;
        while (at < end)
        {
            byte b = line[at];
            int c = Bytes.Classes[b];
            int step = 1;
            int times = 1;
            if ((c & Bytes.Space) != 0)
            {
                blank |= b != Bytes.Escape;
                at += b == Bytes.Escape ? ColourCode(line, at) : 1;
                continue;
            }

            if ((c & Bytes.Dot) != 0 && EndsWord(line, at))
            {
                step = Dots(line, at);
                times = step > 1 ? 3 : 1;
            }
            else if ((c & Bytes.Separator) == 0 || b == Bytes.Masked)
            {
                break;
            }

            if (blank && anything)
            {
                hash = Next(hash, (byte)' ');
                text?.Add((byte)' ');
            }

            for (int i = 0; i < times; i++)
            {
                hash = Next(hash, b);
                text?.Add(b);
            }

            blank = false;
            anything = true;
            at += step;
        }

        at = Math.Min(at, end);
        if (blank && anything && at < line.Length)
        {
            hash = Next(hash, (byte)' ');
            text?.Add((byte)' ');
        }

        gap = hash;
        return at;
    }

    /// <summary>Hash of a gap from the text that <see cref="Skip"/> gave.</summary>
    public static ulong HashOf(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed;
        foreach (byte b in text)
        {
            hash = Next(hash, b);
        }

        return hash;
    }

    private static ulong Next(ulong hash, byte b) => unchecked((hash ^ b) * Prime);

    /// <summary>A dot that another dot, a blank, punctuation or the end follows is no part of a word.</summary>
    public static bool EndsWord(ReadOnlySpan<byte> line, int dot) => dot + 1 >= line.Length || Bytes.Is(line[dot + 1], Bytes.Gap | Bytes.Dot);

    private static int Dots(ReadOnlySpan<byte> line, int at)
    {
        int length = line[at..].IndexOfAnyExcept((byte)'.');
        return length < 0 ? line.Length - at : length;
    }

    /// <summary>The length of a code such as <c>ESC [ 3 1 m</c>, or of the lone escape character.</summary>
    private static int ColourCode(ReadOnlySpan<byte> line, int at)
    {
        int end = at + 1;
        if (end >= line.Length || line[end] != (byte)'[')
        {
            return 1;
        }

        do
        {
            end++;
        }
        while (end < line.Length && line[end] is >= 0x20 and < 0x40);

        return Math.Min(end + 1, line.Length) - at;
    }
}
