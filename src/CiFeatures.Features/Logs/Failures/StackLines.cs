namespace CiFeatures.Features.Logs.Failures;

/// <summary>Recognises lines of stack traces and the names of exceptions, of many languages.</summary>
internal static class StackLines
{
    private static readonly string[] Causes =
    [
        "Caused by", "Caused:", "Suppressed:", "Also:", "Wrapped by", "Exception in thread", "Unhandled exception", "During handling of the above exception", "The above exception was",
        "Stack trace:", "stack traceback:", "Backtrace:", "stack backtrace:",
    ];

    private static readonly string[] ExceptionEndings = ["Exception", "Error", "Failure", "Fault", "Interrupt", "Exit"];

    public static LineKinds Read(ReadOnlySpan<char> content)
    {
        if (content.StartsWith("Traceback (most recent call", StringComparison.Ordinal))
        {
            return LineKinds.Cause | LineKinds.Traceback;
        }

        if (IsFrame(content))
        {
            return LineKinds.Frame;
        }

        foreach (string cause in Causes)
        {
            if (content.StartsWith(cause, StringComparison.OrdinalIgnoreCase))
            {
                return LineKinds.Cause;
            }
        }

        return IsException(content) ? LineKinds.Exception : LineKinds.None;
    }

    private static bool IsFrame(ReadOnlySpan<char> content)
    {
        if (content.IsEmpty)
        {
            return false;
        }

        switch (content[0])
        {
            case 'a':
                // "at pkg.Class.method(File.java:12)", "at Object.<anonymous> (/x.js:1:2)", "at src/lib.rs:12"
                return content.StartsWith("at ", StringComparison.Ordinal) && (content.EndsWith(")", StringComparison.Ordinal) || content.ContainsAny('(', ':')) && content[3..].ContainsAny('.', '/', '$');
            case '.':
                return content.StartsWith("... ", StringComparison.Ordinal) && (content.EndsWith(" more", StringComparison.Ordinal) || content.EndsWith("omitted", StringComparison.Ordinal));
            case 'F':
                return content.StartsWith("File \"", StringComparison.Ordinal) && content.Contains("\", line ", StringComparison.Ordinal);
            case 'g':
                return content.StartsWith("goroutine ", StringComparison.Ordinal) && content.EndsWith("]:", StringComparison.Ordinal);
            case 'f':
                return content.StartsWith("from ", StringComparison.Ordinal) && content.Contains(":in ", StringComparison.Ordinal);
            case '#':
                return content.Length > 4 && char.IsAsciiDigit(content[1]) && content.Contains(" 0x", StringComparison.Ordinal);
            case '/':
                return content.Contains(" +0x", StringComparison.Ordinal);
            default:
                // "main.run(0xc000012345, 0x1)", "panic({0x1234, 0x5678})"
                return content[^1] == ')' && content.ContainsAny('.', '(') && (content.Contains("(0x", StringComparison.Ordinal) || content.Contains("({0x", StringComparison.Ordinal) || content.EndsWith("(...)", StringComparison.Ordinal));
        }
    }

    private static bool IsException(ReadOnlySpan<char> content)
    {
        int end = 0;
        bool capital = false;
        while (end < content.Length && (char.IsAsciiLetterOrDigit(content[end]) || content[end] is '.' or '_' or '$'))
        {
            capital |= char.IsAsciiLetterUpper(content[end]);
            end++;
        }

        if (!capital || end < 6 || (end < content.Length && content[end] is not (':' or ' ')))
        {
            return false;
        }

        ReadOnlySpan<char> name = content[..end];
        foreach (string ending in ExceptionEndings)
        {
            // "Error" alone is a word; "NameError" and "java.io.IOException" are names.
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal))
            {
                return end == content.Length || content[end] == ':' || name.Contains('.');
            }
        }

        return false;
    }
}
