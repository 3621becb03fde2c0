namespace CiFeatures.Features.Artifacts.Events;

/// <summary>Tells what a text that begins with a digit is: a time, a duration, an address or a number.</summary>
internal static class NumberMasks
{
    private static readonly string[] DurationUnits = ["ms", "us", "µs", "μs", "ns", "h", "m", "s"];

    /// <summary>The mask and the length of what it stands for; no mask when the digits are part of a word.</summary>
    public static (string? Mask, int Length) Of(ReadOnlySpan<char> text)
    {
        int length = Time(text);
        if (length > 0)
        {
            return ("<time>", length);
        }

        length = Duration(text);
        if (length > 0)
        {
            return ("<duration>", length);
        }

        int groups = 0;
        length = 0;
        do
        {
            length += Digits(text[length..]);
            groups++;
        }
        while (length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]) && ++length > 0);

        bool hasUnit = HasUnit(text[length..]);
        return IsWordEnd(text, length) || hasUnit ? (groups == 4 ? "<ip>" : "<num>", length) : (null, 0);
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        int length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

    private static int Number(ReadOnlySpan<char> text)
    {
        int length = Digits(text);
        if (length > 0 && length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]))
        {
            length += 1 + Digits(text[(length + 1)..]);
        }

        return length;
    }

    private static bool IsWordEnd(ReadOnlySpan<char> text, int length) => length == text.Length || !char.IsLetterOrDigit(text[length]);

    // Go's notation: numbers with units, the larger first, without blanks.
    private static int Duration(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (Number(text[length..]) is > 0 and var number)
        {
            ReadOnlySpan<char> rest = text[(length + number)..];
            int unit = UnitLength(rest);
            if (unit == 0)
            {
                return 0;
            }

            length += number + unit;
        }

        return length > 0 && IsWordEnd(text, length) ? length : 0;
    }

    private static int UnitLength(ReadOnlySpan<char> text)
    {
        foreach (string unit in DurationUnits)
        {
            if (text.StartsWith(unit, StringComparison.Ordinal))
            {
                return unit.Length;
            }
        }

        return 0;
    }

    // 2021-02-25T03:27:14Z, also with a blank, a fraction and an offset.
    private static int Time(ReadOnlySpan<char> text)
    {
        const string Shape = "0000-00-00T00:00:00";
        if (text.Length < Shape.Length)
        {
            return 0;
        }

        for (int i = 0; i < Shape.Length; i++)
        {
            bool fits = Shape[i] switch
            {
                '0' => char.IsAsciiDigit(text[i]),
                'T' => text[i] is 'T' or ' ',
                _ => text[i] == Shape[i],
            };
            if (!fits)
            {
                return 0;
            }
        }

        int length = Shape.Length;
        if (length + 1 < text.Length && text[length] == '.' && char.IsAsciiDigit(text[length + 1]))
        {
            length += 1 + Digits(text[(length + 1)..]);
        }

        if (length < text.Length && text[length] == 'Z')
        {
            return length + 1;
        }

        bool hasOffset = length + 6 <= text.Length && text[length] is '+' or '-' && char.IsAsciiDigit(text[length + 1]) && text[length + 3] == ':';
        return hasOffset ? length + 6 : length;
    }

    // 512Mi, 100m: a number and at most three letters.
    private static bool HasUnit(ReadOnlySpan<char> text)
    {
        int letters = 0;
        while (letters < text.Length && char.IsAsciiLetter(text[letters]))
        {
            letters++;
        }

        return letters is >= 1 and <= 3 && IsWordEnd(text, letters);
    }
}
