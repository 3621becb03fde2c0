using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Reporting.Terminal;

/// <summary>Makes names fit for a terminal: no character that moves the cursor, turns the direction or takes other than one column.</summary>
internal static class TerminalText
{
    public static string Fit(string text, int width, bool unicode)
    {
        string clean = string.Create(text.Length, (text, unicode), static (span, from) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = IsPlain(from.text[i], from.unicode) ? from.text[i] : from.text[i] < ' ' ? ' ' : '?';
            }
        });
        string fit = SafeText.Elide(clean, width);
        return unicode || fit.Length == clean.Length ? fit : fit.Replace('\u2026', '~');
    }

    // ASCII, and where allowed the Latin, Greek and Cyrillic letters: each takes one column.
    private static bool IsPlain(char c, bool unicode) =>
        c is >= ' ' and <= '~' || (unicode && c is (>= '\u00A1' and <= '\u024F' and not '\u00AD') or (>= '\u0391' and <= '\u03C9') or (>= '\u0410' and <= '\u044F') or '\u00B7');
}
