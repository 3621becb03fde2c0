namespace CiFeatures.Features.Logs.Failures;

/// <summary>Reads the level that a writer gave a line.</summary>
internal static class LineLevels
{
    // Paths before a level are hardly longer.
    private const int MaxInnerStart = 300;

    private static readonly string[] Errors = ["error", "fatal", "panic", "critical", "severe", "err", "erro", "fata", "crit", "emerg", "alert"];
    private static readonly string[] Warnings = ["warning", "warn", "wrn"];
    private static readonly string[] Informations = ["info", "debug", "trace", "notice", "hint", "note", "step", "verbose", "debu", "it", "beforeeach", "aftereach", "justbeforeeach", "beforesuite", "aftersuite"];
    private static readonly string[] Fields = ["level=", "\"level\":\"", "\"level\": \"", "lvl=", "\"severity\":\"", "severity="];

    /// <summary>Gives the level of a line.</summary>
    /// <param name="content">The message.</param>
    /// <param name="messageStart">Where the text behind a level at the start of the message begins; 0 when there is none.</param>
    public static LineKinds Read(ReadOnlySpan<char> content, out int messageStart)
    {
        messageStart = 0;
        if (content.IsEmpty)
        {
            return LineKinds.None;
        }

        LineKinds level = Klog(content, out messageStart);
        if (level == LineKinds.None)
        {
            level = Leading(content, out messageStart);

            // A tool that prints another's output as errors keeps that one's level within.
            if (level == LineKinds.ErrorLevel && Field(content) == LineKinds.InfoLevel)
            {
                return LineKinds.InfoLevel;
            }
        }

        return level != LineKinds.None ? level : Field(content) is var field and not LineKinds.None ? field : Inner(content);
    }

    // I0612 03:24:35.123456   1234 server.go:42] message
    private static LineKinds Klog(ReadOnlySpan<char> content, out int messageStart)
    {
        messageStart = 0;
        if (content.Length < 14 || content[0] is not ('I' or 'W' or 'E' or 'F') || content[5] != ' ' || content[8] != ':' || content[1..5].ContainsAnyExceptInRange('0', '9'))
        {
            return LineKinds.None;
        }

        int close = content.IndexOf(']');
        messageStart = close < 0 ? 0 : close + 1;
        return content[0] switch
        {
            'E' or 'F' => LineKinds.ErrorLevel,
            'W' => LineKinds.WarningLevel,
            _ => LineKinds.InfoLevel,
        };
    }

    private static LineKinds Leading(ReadOnlySpan<char> content, out int messageStart)
    {
        messageStart = 0;
        int start = 0;
        while (start < content.Length && content[start] is '[' or '<' or '(' or '*' or '#' or '!' or '|' or ' ')
        {
            start++;
        }

        int end = start;
        while (end < content.Length && char.IsAsciiLetter(content[end]))
        {
            end++;
        }

        ReadOnlySpan<char> word = content[start..end];
        if (word.IsEmpty || end == content.Length)
        {
            return LineKinds.None;
        }

        if (word.Equals("npm", StringComparison.OrdinalIgnoreCase))
        {
            return NodePackages(content[end..], end, out messageStart);
        }

        // A sentence may begin with "Error"; a level is written in capitals, or is followed by a mark.
        bool marked = start > 0 || content[end] is ':' or ']' or '!' or '|' or '[' or '>';
        bool capitals = !word.ContainsAnyExceptInRange('A', 'Z') && content[end] is ' ' or '\t';
        LineKinds level = marked || capitals ? Of(word) : LineKinds.None;
        if (level == LineKinds.None)
        {
            return content.Contains(": *** ", StringComparison.Ordinal) && content.StartsWith("make", StringComparison.Ordinal) ? LineKinds.ErrorLevel : LineKinds.None;
        }

        messageStart = end;
        while (messageStart < content.Length && content[messageStart] is ']' or ':' or '>' or ')' or '!' or '|' or ' ' or '\t')
        {
            messageStart++;
        }

        // "ERRO[2026-06-13T03:40:20Z] text"
        messageStart += LinePrefix.Length(content[messageStart..]);
        return level;
    }

    private static LineKinds NodePackages(ReadOnlySpan<char> rest, int end, out int messageStart)
    {
        bool error = rest.StartsWith(" ERR!", StringComparison.Ordinal) || rest.StartsWith(" error ", StringComparison.Ordinal);
        messageStart = error ? Math.Min(end + 6, end + rest.Length) : 0;
        return error ? LineKinds.ErrorLevel : rest.StartsWith(" WARN", StringComparison.OrdinalIgnoreCase) ? LineKinds.WarningLevel : LineKinds.None;
    }

    private static LineKinds Field(ReadOnlySpan<char> content)
    {
        foreach (string field in Fields)
        {
            int at = content.IndexOf(field, StringComparison.Ordinal);
            if (at < 0)
            {
                continue;
            }

            ReadOnlySpan<char> value = content[(at + field.Length)..].TrimStart('"');
            int end = 0;
            while (end < value.Length && char.IsAsciiLetter(value[end]))
            {
                end++;
            }

            return Of(value[..end]);
        }

        return LineKinds.None;
    }

    // "src/main.c:12:3: error: text", "Cart.cs(12,17): error CS1061: text", "ld: fatal error: text"
    private static LineKinds Inner(ReadOnlySpan<char> content)
    {
        ReadOnlySpan<char> start = content[..Math.Min(content.Length, MaxInnerStart)];
        return start.Contains(": error: ", StringComparison.Ordinal) || start.Contains("): error ", StringComparison.Ordinal) || start.Contains(": fatal error: ", StringComparison.Ordinal) ? LineKinds.ErrorLevel
            : start.Contains(": warning: ", StringComparison.Ordinal) || start.Contains("): warning ", StringComparison.Ordinal) ? LineKinds.WarningLevel
            : LineKinds.None;
    }

    private static LineKinds Of(ReadOnlySpan<char> word) =>
        IsOneOf(word, Errors) ? LineKinds.ErrorLevel
        : IsOneOf(word, Warnings) ? LineKinds.WarningLevel
        : IsOneOf(word, Informations) ? LineKinds.InfoLevel
        : LineKinds.None;

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (string candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
