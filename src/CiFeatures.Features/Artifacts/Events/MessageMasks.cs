using System.Buffers;
using System.Text;

namespace CiFeatures.Features.Artifacts.Events;

/// <summary>Masks what differs between two events that say the same, in one pass and in time that grows with the length only.</summary>
/// <remarks>
/// <c>&lt;digest&gt;</c> sha256:…, <c>&lt;uid&gt;</c> 8-4-4-4-12 hexadecimal digits, <c>&lt;time&gt;</c> a date with a time, <c>&lt;duration&gt;</c> 1m30.5s,
/// <c>&lt;ip&gt;</c> four numbers with dots, <c>&lt;hex&gt;</c> seven or more hexadecimal digits of both kinds, <c>&lt;id&gt;</c> the random end of a pod's name,
/// <c>&lt;num&gt;</c> any other number that does not stand within a word. Numbers in words, as in <c>e2e</c> or <c>v1beta1</c>, stay.
/// </remarks>
internal static class MessageMasks
{
    private const int LeastHex = 7;
    private const int LeastDigest = 32;
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    public static string Apply(string message)
    {
        if (!message.AsSpan().ContainsAnyInRange('0', '9') && !message.Contains('-', StringComparison.Ordinal))
        {
            return message;
        }

        var output = new StringBuilder(message.Length);
        for (int i = 0; i < message.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(message[i]))
            {
                output.Append(message[i++]);
                continue;
            }

            ReadOnlySpan<char> rest = message.AsSpan(i);
            (string? mask, int length) = Mask(rest, Word(rest), IsInName(message, i));
            if (mask is null)
            {
                output.Append(rest[..length]);
            }
            else
            {
                output.Append(mask);
            }

            i += length;
        }

        return output.ToString();
    }

    private static (string? Mask, int Length) Mask(ReadOnlySpan<char> text, int word, bool isInName)
    {
        int length;
        if (isInName && (length = PodNames.RandomEnd(text, word)) > 0)
        {
            return ("<id>", length);
        }

        if ((length = Digest(text, word)) > 0)
        {
            return ("<digest>", length);
        }

        if (word == 8 && (length = Uid(text)) > 0)
        {
            return ("<uid>", length);
        }

        if (char.IsAsciiDigit(text[0]) && NumberMasks.Of(text) is { Mask: not null } number)
        {
            return number;
        }

        return IsHex(text[..word]) ? ("<hex>", word) : (null, word);
    }

    // A word that goes on after a hyphen, as names of pods do.
    private static bool IsInName(string message, int start) => start > 1 && message[start - 1] == '-' && char.IsAsciiLetterOrDigit(message[start - 2]);

    private static int Word(ReadOnlySpan<char> text)
    {
        int length = 1;
        while (length < text.Length && char.IsLetterOrDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    private static int Digest(ReadOnlySpan<char> text, int word)
    {
        if (!text.StartsWith("sha") || word >= text.Length || text[word] != ':')
        {
            return 0;
        }

        int digits = text[(word + 1)..].IndexOfAnyExcept(Hex);
        digits = digits < 0 ? text.Length - word - 1 : digits;
        return digits >= LeastDigest ? word + 1 + digits : 0;
    }

    private static int Uid(ReadOnlySpan<char> text)
    {
        const int Length = 36;
        if (text.Length < Length || (text.Length > Length && char.IsLetterOrDigit(text[Length])))
        {
            return 0;
        }

        for (int i = 0; i < Length; i++)
        {
            bool isHyphen = i is 8 or 13 or 18 or 23;
            if (isHyphen ? text[i] != '-' : !char.IsAsciiHexDigit(text[i]))
            {
                return 0;
            }
        }

        return Length;
    }

    private static bool IsHex(ReadOnlySpan<char> word)
    {
        if (word.StartsWith("0x"))
        {
            return word.Length > 2 && !word[2..].ContainsAnyExcept(Hex);
        }

        return word.Length >= LeastHex && !word.ContainsAnyExcept(Hex) && word.ContainsAnyInRange('0', '9');
    }
}
