using System.Globalization;
using System.Text;

namespace CiFeatures.Reporting.Drawing;

/// <summary>Makes names that come from outside safe to show.</summary>
internal static class SafeText
{
    /// <summary>
    /// Replaces line breaks, tabs and other control characters by blanks and takes out what XML does not allow, what is
    /// invisible, and what could turn the reading direction of the text around it.
    /// </summary>
    public static string Clean(string text)
    {
        int bad = FirstBad(text);
        if (bad < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length).Append(text, 0, bad);
        for (int i = bad; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                clean.Append(' ');
            }
            else if (!IsBad(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    /// <summary>Shortens a text to a number of characters by putting an ellipsis in its middle; two thirds of what stays are the beginning.</summary>
    public static string Elide(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        if (most <= 1)
        {
            return most <= 0 ? "" : "\u2026";
        }

        int head = (int)Math.Ceiling((most - 1) * 2 / 3.0);
        int tail = text.Length - (most - 1 - head);
        head -= head > 0 && char.IsHighSurrogate(text[head - 1]) ? 1 : 0;
        tail += tail < text.Length && char.IsLowSurrogate(text[tail]) ? 1 : 0;
        return string.Concat(text.AsSpan(0, head), "\u2026", text.AsSpan(tail));
    }

    /// <summary>The width of a text: every character advances by six tenths of the size, as fixed-pitch fonts do.</summary>
    public static double Width(string text, double size) => text.Length * 0.6 * size;

    /// <summary>Cleans a text and shortens it to a width.</summary>
    public static string Fit(string text, double size, double width) =>
        Elide(Clean(text), (int)Math.Clamp(width / (0.6 * size), 0, 100_000));

    private static int FirstBad(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || char.IsSurrogate(text[i]) || IsBad(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsBad(char c) =>
        char.IsSurrogate(c) || c is '\u2028' or '\u2029' or >= '\uFFFE' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
