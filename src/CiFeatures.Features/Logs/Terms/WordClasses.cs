using System.Globalization;
using System.Text;

namespace CiFeatures.Features.Logs.Terms;

/// <summary>What a lower-cased code point is to the pattern of words.</summary>
internal static class WordClasses
{
    /// <summary>Whether a word may begin with it: a to z.</summary>
    public static bool Begins(int c) => c is >= 'a' and <= 'z';

    /// <summary>Whether a word may have it: a to z, digits, <c>_ / . -</c>.</summary>
    public static bool Continues(int c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '/' or '.' or '-';

    /// <summary>Whether it is a letter or digit for a word boundary, in any script, as in Python.</summary>
    public static bool IsWord(int c)
    {
        if (c < 128)
        {
            return c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or (>= 'A' and <= 'Z');
        }

        return Rune.IsValid(c) && Rune.GetUnicodeCategory(new Rune(c)) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    /// <summary>Lower case as far as it matters: what becomes an ASCII letter, which of all others only the Kelvin sign does, and İ, which
    /// becomes an i and a dot above (given as the i; the dot is no letter).</summary>
    public static int Lower(int c) => c switch
    {
        >= 'A' and <= 'Z' => c | 0x20,
        0x212A => 'k',
        0x130 => 'i',
        _ => c,
    };
}
