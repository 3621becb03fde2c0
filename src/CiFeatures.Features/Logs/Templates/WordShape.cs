namespace CiFeatures.Features.Logs.Templates;

/// <summary>Tells values from words by their form alone; knows no log.</summary>
internal static class WordShape
{
    /// <summary>So many digits make a value: <c>part_4821</c>, but not <c>v2x</c> or <c>sha1</c>.</summary>
    private const int ManyDigits = 3;

    /// <summary>So many hexadecimal letters in a row are a number, not a word.</summary>
    private const int LongHex = 8;

    /// <summary>Classifies one word.</summary>
    /// <param name="word">Its bytes, without separators.</param>
    /// <param name="flags">All class flags of its bytes together.</param>
    /// <param name="digits">How many digits it has.</param>
    /// <param name="hex">How many of its bytes are hexadecimal digits, decimal ones among them.</param>
    public static TokenKind Classify(ReadOnlySpan<byte> word, int flags, int digits, int hex) =>
        digits == 0 ? WithoutDigits(word, flags, hex) : WithDigits(word, flags, digits);

    /// <summary>Classifies one word by its bytes alone.</summary>
    public static TokenKind Classify(ReadOnlySpan<byte> word)
    {
        int flags = 0;
        int digits = 0;
        int hex = 0;
        foreach (byte b in word)
        {
            int c = Bytes.Classes[b];
            flags |= c;
            digits += (c >> 2) & 1;
            hex += ((c >> 2) | (c >> 3)) & 1;
        }

        return word.IsEmpty ? TokenKind.Word : Classify(word, flags, digits, hex);
    }

    private static TokenKind WithoutDigits(ReadOnlySpan<byte> word, int flags, int hex)
    {
        if ((flags & Bytes.Slash) != 0)
        {
            return word.Length > 1 && IsPath(word) ? TokenKind.Variable : TokenKind.Dotted;
        }

        if ((flags & Bytes.Dot) != 0)
        {
            return IsHost(word, flags) ? TokenKind.Variable : TokenKind.Dotted;
        }

        return hex == word.Length && hex >= LongHex ? TokenKind.Variable : TokenKind.Word;
    }

    private static TokenKind WithDigits(ReadOnlySpan<byte> word, int flags, int digits)
    {
        if (digits >= ManyDigits || digits * 2 >= word.Length || StartsAsNumber(word) || (flags & (Bytes.Dot | Bytes.Slash)) != 0)
        {
            return TokenKind.Variable;
        }

        return EndsAsIndex(word) ? TokenKind.Variable : TokenKind.Mixed;
    }

    private static bool StartsAsNumber(ReadOnlySpan<byte> word)
    {
        int at = word.Length > 1 && word[0] is (byte)'-' or (byte)'+' or (byte)'~' or (byte)'$' ? 1 : 0;
        return Bytes.Is(word[at], Bytes.Digit);
    }

    /// <summary><c>node-12</c>, <c>part_0</c>: digits at the end after a joint.</summary>
    private static bool EndsAsIndex(ReadOnlySpan<byte> word)
    {
        int at = word.Length - 1;
        while (at >= 0 && Bytes.Is(word[at], Bytes.Digit))
        {
            at--;
        }

        return at > 0 && at < word.Length - 1 && word[at] is (byte)'-' or (byte)'_';
    }

    /// <summary>Starts at a root, or has two slashes or more.</summary>
    private static bool IsPath(ReadOnlySpan<byte> word) =>
        Bytes.Is(word[0], Bytes.Slash) || word[0] is (byte)'~' or (byte)'.' || word[(word.IndexOfAny((byte)'/', (byte)'\\') + 1)..].IndexOfAny((byte)'/', (byte)'\\') >= 0;

    /// <summary>Three labels or more of small letters and hyphens: a host, and in most logs a package name too.</summary>
    private static bool IsHost(ReadOnlySpan<byte> word, int flags)
    {
        if ((flags & Bytes.Upper) != 0 || word[0] == (byte)'.')
        {
            return false;
        }

        int dots = 0;
        foreach (byte b in word)
        {
            if (b == (byte)'.')
            {
                dots++;
            }
            else if (!Bytes.Is(b, Bytes.Lower) && b != (byte)'-')
            {
                return false;
            }
        }

        return dots >= 2;
    }
}
