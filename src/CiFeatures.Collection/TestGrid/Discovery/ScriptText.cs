using System.Globalization;
using System.Text;

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Decodes the escapes of a text in a script: those of JSON and those of JavaScript.</summary>
internal static class ScriptText
{
    /// <summary>The text that a piece between quotes stands for.</summary>
    /// <param name="raw">The piece, without quotes.</param>
    public static string Decode(ReadOnlySpan<char> raw)
    {
        if (raw.IndexOf('\\') < 0)
        {
            return raw.ToString();
        }

        StringBuilder text = new(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 == raw.Length)
            {
                text.Append(raw[i]);
                continue;
            }

            i += 1 + Escape(raw[(i + 1)..], text);
        }

        return text.ToString();
    }

    /// <summary>Decodes what follows a backslash.</summary>
    /// <returns>How many characters were used after the first.</returns>
    private static int Escape(ReadOnlySpan<char> rest, StringBuilder text)
    {
        switch (rest[0])
        {
            case 'n':
                text.Append('\n');
                return 0;
            case 't':
                text.Append('\t');
                return 0;
            case 'r':
                text.Append('\r');
                return 0;
            case 'b':
                text.Append('\b');
                return 0;
            case 'f':
                text.Append('\f');
                return 0;
            case 'v':
                text.Append('\v');
                return 0;
            case '0' when rest.Length == 1 || !char.IsAsciiDigit(rest[1]):
                text.Append('\0');
                return 0;
            case 'x' when TryHex(rest, 1, 2, out int code):
                text.Append((char)code);
                return 2;
            case 'u' when TryHex(rest, 1, 4, out int code):
                text.Append((char)code);
                return 4;
            case 'u' when rest.Length > 2 && rest[1] == '{':
                return Braced(rest, text);
            case '\n':
                return 0;
            default:
                text.Append(rest[0]);
                return 0;
        }
    }

    private static int Braced(ReadOnlySpan<char> rest, StringBuilder text)
    {
        const int MaxDigits = 6;
        int end = rest[..Math.Min(rest.Length, MaxDigits + 3)].IndexOf('}');
        if (end < 3 || !TryHex(rest, 2, end - 2, out int code) || !Rune.TryCreate(code, out Rune rune))
        {
            text.Append('u');
            return 0;
        }

        text.Append(rune.ToString());
        return end;
    }

    private static bool TryHex(ReadOnlySpan<char> text, int start, int length, out int code)
    {
        code = 0;
        return text.Length >= start + length && int.TryParse(text.Slice(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
    }
}
