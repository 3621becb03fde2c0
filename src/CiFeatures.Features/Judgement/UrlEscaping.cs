using System.Globalization;
using System.Text;

namespace CiFeatures.Features.Judgement;

/// <summary>Percent-escaping as Go's <c>net/url</c> does it; .NET's own differs in which characters it leaves alone.</summary>
internal static class UrlEscaping
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    /// <summary>Escapes a text for one segment of a path.</summary>
    public static string PathSegment(string text) => Escape(text, "$&+:=@", blankAsPlus: false);

    /// <summary>Escapes a text for a whole path.</summary>
    public static string Path(string text) => Escape(text, "$&+,/:;=@", blankAsPlus: false);

    /// <summary>Escapes a text for a query's key or value.</summary>
    public static string Query(string text) => Escape(text, "", blankAsPlus: true);

    /// <summary>Whether a path may stand as it is.</summary>
    public static bool IsEscapedPath(string path) =>
        path.All(c => Unreserved.Contains(c, StringComparison.Ordinal) || "!$&'()*+,;=:@[]/%".Contains(c, StringComparison.Ordinal));

    /// <summary>Undoes the escaping of a path.</summary>
    /// <returns>The text, or null where a percent sign is not followed by two hexadecimal digits.</returns>
    public static string? Unescape(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int length = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != (byte)'%')
            {
                bytes[length++] = bytes[i];
                continue;
            }

            if (i + 2 >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i + 1]) || !char.IsAsciiHexDigit((char)bytes[i + 2]))
            {
                return null;
            }

            bytes[length++] = byte.Parse(bytes.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            i += 2;
        }

        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static string Escape(string text, string alsoKept, bool blankAsPlus)
    {
        StringBuilder escaped = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (Unreserved.Contains(c, StringComparison.Ordinal) || alsoKept.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append(c);
            }
            else if (c == ' ' && blankAsPlus)
            {
                escaped.Append('+');
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
            }
        }

        return escaped.ToString();
    }
}
