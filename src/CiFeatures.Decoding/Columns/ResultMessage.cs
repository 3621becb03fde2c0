using System.Text;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>Cuts messages in the middle, counting the bytes of UTF-8 as TestGrid does.</summary>
internal static class ResultMessage
{
    /// <summary>The most bytes of a message.</summary>
    public const int MaxBytes = 140;

    private const string Gap = "...";

    /// <summary>The message of a JUnit case: one of 140 bytes or more becomes its first 70, three dots and its last 70; what a cut character leaves is a question mark.</summary>
    /// <param name="text">The whole text.</param>
    public static string OfCase(string text) =>
        text.Length * 3L < MaxBytes || Encoding.UTF8.GetByteCount(text) < MaxBytes ? text : JUnitMessage.Shortened(Ends(text), MaxBytes);

    /// <summary>The message of a cell: one of more than <paramref name="max"/> bytes loses its middle, and characters that are cut are left out.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="max">The most bytes before it is cut; 0 = any number.</param>
    public static string OfCell(string text, int max = MaxBytes) =>
        max == 0 || text.Length * 3L <= max || Encoding.UTF8.GetByteCount(text) <= max ? text : Head(text, max / 2) + Gap + Tail(text, max / 2);

    // Of a text of megabytes only the ends are needed, and any middle makes it long.
    private static byte[] Ends(string text) =>
        Encoding.UTF8.GetBytes(text.Length <= 4 * MaxBytes ? text : Head(text, 2 * MaxBytes) + Tail(text, 2 * MaxBytes));

    private static string Head(string text, int bytes)
    {
        int at = 0;
        int taken = 0;
        while (at < text.Length)
        {
            Rune rune = Next(text, at);
            if (taken + rune.Utf8SequenceLength > bytes)
            {
                break;
            }

            taken += rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }

        return text[..at];
    }

    private static string Tail(string text, int bytes)
    {
        int at = text.Length;
        int taken = 0;
        while (at > 0)
        {
            bool pair = at > 1 && char.IsSurrogatePair(text[at - 2], text[at - 1]);
            Rune rune = Next(text, pair ? at - 2 : at - 1);
            if (taken + rune.Utf8SequenceLength > bytes)
            {
                break;
            }

            taken += rune.Utf8SequenceLength;
            at -= pair ? 2 : 1;
        }

        return text[at..];
    }

    private static Rune Next(string text, int at) => Rune.TryGetRuneAt(text, at, out Rune rune) ? rune : Rune.ReplacementChar;
}
