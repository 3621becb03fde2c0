using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Takes terminal escape sequences out of a line.</summary>
internal static class AnsiText
{
    /// <summary>Copies text without its escape sequences.</summary>
    /// <param name="text">The text; a sequence that it cuts is left out as far as it goes.</param>
    /// <param name="plain">Receives what is left; at least as long.</param>
    /// <returns>How many bytes are left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int Strip(ReadOnlySpan<byte> text, Span<byte> plain)
    {
        int length = 0;
        while (true)
        {
            int escape = text.IndexOf(AnsiSequence.Escape);
            ReadOnlySpan<byte> before = escape < 0 ? text : text[..escape];
            before.CopyTo(plain[length..]);
            length += before.Length;
            if (escape < 0)
            {
                return length;
            }

            text = text[(escape + AnsiSequence.LengthOf(text[escape..]))..];
        }
    }

    /// <summary>Tells where in the text a byte stands that is left without its sequences.</summary>
    /// <param name="text">The text.</param>
    /// <param name="plainAt">The byte's place in what <see cref="Strip"/> gives; one past its end is behind the last byte that is left.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int PlaceOf(ReadOnlySpan<byte> text, int plainAt)
    {
        int at = 0;
        int left = 0;
        int end = 0;
        while (at < text.Length)
        {
            if (text[at] == AnsiSequence.Escape)
            {
                at += AnsiSequence.LengthOf(text[at..]);
                continue;
            }

            if (left == plainAt)
            {
                return at;
            }

            left++;
            at++;
            end = at;
        }

        return end;
    }
}
