using System.Buffers;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>The vocabulary of failure, and what takes its meaning away: names that hold such a word, and counts of zero.</summary>
internal static class FailureWords
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["error", "fail", "fatal", "exception", "panic", "abort", "crash", "segmentation fault", "core dumped", "assert", "unsuccessful", "broken", "oomkilled", "backoff", "back-off", "evicted", "unhealthy"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Phrases = SearchValues.Create(
        [
            "cannot", "can't", "can not", "could not", "couldn't", "unable to", "not found", "no such", "does not", "doesn't", "denied", "refused", "timed out", "timeout",
            "deadline exceeded", "undefined", "unresolved", "undeclared", "no space left", "out of memory", "killed", "not defined", "not declared", "invalid", "unexpected", "missing", "mismatch",
            "unsafe", "conflict", "unauthorized", "forbidden", "illegal", "corrupt", "violat", "deadlock", "unsupported", "not supported", "rejected", "not allowed", "is required", "went wrong",
            "not up-to-date", "did not", "didn't", "incompatible", "unknown", "not implemented", "too many", "too long", "exceeded", "unreachable", "no route", "reset by peer", "bad request", "nil pointer", "null pointer",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Openings = ["unable to ", "cannot ", "can't ", "could not ", "couldn't ", "no such ", "no space left", "out of memory", "permission denied", "connection refused", "timed out", "timeout", "killed", "undefined "];

    /// <summary>Says which of <see cref="LineKinds.FailureWord"/>, <see cref="LineKinds.ReasonPhrase"/> and <see cref="LineKinds.ZeroCount"/> a message is.</summary>
    public static LineKinds Read(ReadOnlySpan<char> content)
    {
        LineKinds kinds = content.ContainsAny(Phrases) ? LineKinds.ReasonPhrase : LineKinds.None;
        kinds |= kinds != LineKinds.None && StartsWithReason(content) ? LineKinds.FailureWord : LineKinds.None;
        int from = 0;
        while (from < content.Length)
        {
            int found = content[from..].IndexOfAny(Words);
            if (found < 0)
            {
                break;
            }

            int start = from + found;
            int end = start;
            while (end < content.Length && char.IsAsciiLetter(content[end]))
            {
                end++;
            }

            if (IsExceptionName(content, start, end))
            {
                kinds |= LineKinds.FailureWord;
            }
            else if (!IsName(content, start, end))
            {
                kinds |= IsZero(content, start, end) ? LineKinds.ZeroCount : LineKinds.FailureWord;
            }

            from = end;
        }

        return kinds;
    }

    private static bool StartsWithReason(ReadOnlySpan<char> content)
    {
        foreach (string start in Openings)
        {
            if (content.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "IOException: text" anywhere.
    private static bool IsExceptionName(ReadOnlySpan<char> content, int start, int end) =>
        start > 0 && char.IsAsciiLetter(content[start - 1]) && content[start] == 'E' && end < content.Length && content[end] == ':';

    // "perl-error", "--fail-fast", "xerrors", "errors.go", "error_test", "path/error/x" are names; "IOException:" is read elsewhere.
    private static bool IsName(ReadOnlySpan<char> content, int start, int end)
    {
        char before = start == 0 ? ' ' : content[start - 1];
        if (char.IsLetterOrDigit(before) || before is '-' or '_' or '/' or '\\' or '$' or '.')
        {
            return true;
        }

        char after = end < content.Length ? content[end] : ' ';
        char next = end + 1 < content.Length ? content[end + 1] : ' ';
        return after is '_' or '/' or '\\' || (after is '.' or '-' or '=' && char.IsAsciiLetter(next)) || (after == '(' && next == ')');
    }

    // "0 errors", "no failures", "without errors", "Failures: 0", "errors=0".
    private static bool IsZero(ReadOnlySpan<char> content, int start, int end)
    {
        ReadOnlySpan<char> before = content[..start].TrimEnd();
        if (before.EndsWith("no", StringComparison.OrdinalIgnoreCase) || before.EndsWith("without", StringComparison.OrdinalIgnoreCase) || before.EndsWith("not", StringComparison.OrdinalIgnoreCase)
            || (before.EndsWith("0", StringComparison.Ordinal) && (before.Length == 1 || !char.IsAsciiDigit(before[^2]))))
        {
            return true;
        }

        ReadOnlySpan<char> after = content[end..].TrimStart();
        if (after.IsEmpty || after[0] is not (':' or '='))
        {
            return false;
        }

        after = after[1..].TrimStart();
        return after.StartsWith("0", StringComparison.Ordinal) && (after.Length == 1 || !char.IsAsciiLetterOrDigit(after[1]));
    }
}
