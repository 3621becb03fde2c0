namespace CiFeatures.Features.Logs.Failures;

/// <summary>Says what a line is, by its own text alone.</summary>
internal static class LineClassifier
{
    // Longer lines are data (a dump, a minified file); their end says no more about what they are.
    private const int MaxChars = 4096;

    public static LineKinds Classify(LineText line)
    {
        ReadOnlySpan<char> content = line.Content;
        if (content.Length > MaxChars)
        {
            content = content[..MaxChars];
        }

        if (!HasWord(content))
        {
            LineKinds bare = LineLevels.Read(content, out _);
            return LineKinds.Wordless | bare;
        }

        LineKinds kinds = LineLevels.Read(content, out int messageStart);
        ReadOnlySpan<char> message = content[messageStart..];
        kinds |= FailureWords.Read(content) | StackLines.Read(message) | TestMarks.Read(content, message);
        if (IsDiagnostic(message))
        {
            kinds |= LineKinds.Diagnostic;
        }

        if (IsEcho(line, content))
        {
            kinds |= LineKinds.Echo;
        }

        return message.IsEmpty ? kinds | LineKinds.Wordless : kinds;
    }

    private static bool HasWord(ReadOnlySpan<char> content)
    {
        foreach (char c in content)
        {
            if (char.IsLetterOrDigit(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEcho(LineText line, ReadOnlySpan<char> content) =>
        line.IsEcho || content.StartsWith("+ ", StringComparison.Ordinal) || content.StartsWith("$ ", StringComparison.Ordinal) || content.StartsWith("++ ", StringComparison.Ordinal)
        || content.StartsWith("[command]", StringComparison.Ordinal) || content.StartsWith("##[group]", StringComparison.Ordinal) || content.StartsWith("> git ", StringComparison.Ordinal);

    // "dir/file.c:12:3: text", "File.java:[71,65]", "a.cs(12,3):", "x.py:12"
    private static bool IsDiagnostic(ReadOnlySpan<char> message)
    {
        int end = message.IndexOf(' ');

        // A place alone, as test runners print it for every test, says nothing.
        ReadOnlySpan<char> token = end < 0 ? [] : message[..end];
        int dot = 0;
        while (dot < token.Length)
        {
            int found = token[dot..].IndexOf('.');
            if (found < 0)
            {
                return false;
            }

            int start = dot + found + 1;
            int i = start;
            while (i < token.Length && char.IsAsciiLetterOrDigit(token[i]))
            {
                i++;
            }

            if (i > start && i - start <= 6 && char.IsAsciiLetter(token[start]) && i + 1 < token.Length
                && ((token[i] == '(' && char.IsAsciiDigit(token[i + 1])) || (token[i] == ':' && (char.IsAsciiDigit(token[i + 1]) || token[i + 1] == '['))))
            {
                // "example.com:8080" is an address.
                return !token.Contains("://", StringComparison.Ordinal);
            }

            dot = Math.Max(i, start);
        }

        return false;
    }
}
