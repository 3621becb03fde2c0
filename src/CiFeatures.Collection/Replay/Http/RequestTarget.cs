using System.Text;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>A request target, cut and percent-decoded: names in it are compared with names of the manifest and lead nowhere else.</summary>
internal sealed class RequestTarget
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly IReadOnlyList<(string Name, string Raw)> _query;

    private RequestTarget(string[] path, IReadOnlyList<(string Name, string Raw)> query)
    {
        Path = path;
        _query = query;
    }

    /// <summary>The decoded segments of the path. One segment may hold a slash, where it was sent as <c>%2F</c>.</summary>
    public string[] Path { get; }

    /// <summary>Reads a target.</summary>
    /// <param name="raw">The target as it was sent: a path and perhaps a query, or a whole address.</param>
    /// <returns>Null when an escape is cut off or stands for bytes that are no UTF-8.</returns>
    public static RequestTarget? TryParse(string raw)
    {
        string target = WithoutAuthority(raw);
        int mark = target.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? target : target[..mark];
        List<string> segments = [];
        foreach (string part in path.TrimStart('/').Split('/'))
        {
            if (Decode(part) is not { } segment)
            {
                return null;
            }

            segments.Add(segment);
        }

        List<(string Name, string Raw)> query = [];
        foreach (string part in mark < 0 ? [] : target[(mark + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string value = equals < 0 ? "" : part[(equals + 1)..];
            if (Decode(equals < 0 ? part : part[..equals]) is not { } name || Decode(value) is null)
            {
                return null;
            }

            query.Add((name, value));
        }

        return new RequestTarget([.. segments], query);
    }

    /// <summary>The first value of a parameter; null when it is not there.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="plusIsBlank">Whether a plus sign stands for a blank, as forms send it.</param>
    public string? Query(string name, bool plusIsBlank = false)
    {
        foreach ((string key, string raw) in _query)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return Decode(plusIsBlank ? raw.Replace('+', ' ') : raw);
            }
        }

        return null;
    }

    private static string WithoutAuthority(string raw)
    {
        if (raw.StartsWith('/'))
        {
            return raw;
        }

        int authority = raw.IndexOf("://", StringComparison.Ordinal);
        int path = authority < 0 ? -1 : raw.IndexOfAny(['/', '?'], authority + 3);
        return path < 0 ? "/" : raw[path] == '?' ? "/" + raw[path..] : raw[path..];
    }

    private static string? Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        List<byte> bytes = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                // The server takes ASCII targets only; anything else would be no UTF-8 here.
                bytes.Add(text[i] < 0x80 ? (byte)text[i] : (byte)0xFF);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
