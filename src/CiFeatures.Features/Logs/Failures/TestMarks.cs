namespace CiFeatures.Features.Logs.Failures;

/// <summary>Recognises the marks of test runners and of builds: failed tests, verdicts, and what went well.</summary>
internal static class TestMarks
{
    private static readonly string[] FailedStarts =
    [
        "--- FAIL", "FAIL:", "FAILED ", "FAILED:", "[Fail]", "[FAIL]", "[FAILED]", "not ok ", "\u2717", "\u2715", "\u2718", "\u00D7 ", "\u2022 Failure", "\u2022! Panic", "\u2022 [FAILED]", "\u2022 [PANICKED]", "FAIL ", "FAIL\t", "E   ", "ERROR collecting",
        "TEST FAILED", "fail [", "\u25CF ",
    ];

    private static readonly string[] FailedEnds = [" FAILED", " ... FAILED", "<<< FAILURE!", "<<< ERROR!", " ... FAIL", " ... ERROR", " [FAIL]", " [build failed]", " [setup failed]"];

    private static readonly string[] Verdicts =
    [
        "BUILD FAILURE", "BUILD FAILED", "Finished: FAILURE", "Finished: UNSTABLE", "FAILURE: Build failed with", "Process completed with exit code", "Error: Process completed with exit code", "COMPILATION ERROR",
        "exit status ", "Exited with code exit status", "Job failed: exit code", "There were failing tests", "Build failed.", "Test Suite Failed", "Result: FAILURE", "* What went wrong",
    ];

    private static readonly string[] VerdictWords = ["FAIL", "FAILED", "FAILURE", "ERROR", "Failed", "Failure", "Error", "error", "errors", "ERRORS", "FAILURES", "Failures"];

    private static readonly string[] Successes = ["ok ", "ok\t", "--- PASS", "PASS", "=== RUN", "=== PAUSE", "=== CONT", "\u2713", "\u2714", "\u2022 [", "[PASS", "[OK]", "[ OK ]", "[       OK ]", "[ RUN", "Successfully ", "?   \t", "Running "];

    private static readonly string[] SuccessEnds = [" PASSED", " SUCCESS", " succeeded", " ... ok", " OK", " done", " success"];

    /// <summary>Says which mark a line is.</summary>
    /// <param name="content">The whole message.</param>
    /// <param name="message">The message behind its level.</param>
    public static LineKinds Read(ReadOnlySpan<char> content, ReadOnlySpan<char> message)
    {
        if (IsVerdict(message))
        {
            return LineKinds.Verdict;
        }

        if (StartsWithAny(content, FailedStarts) || EndsWithAny(content, FailedEnds))
        {
            return IsPackageVerdict(content) ? LineKinds.Verdict : LineKinds.FailedTest;
        }

        if (IsSectionTitle(content))
        {
            return LineKinds.FailedTest;
        }

        return StartsWithAny(message, Successes) || EndsWithAny(message, SuccessEnds) ? LineKinds.Success : LineKinds.None;
    }

    // Over what they say of a failed test, pytest writes "_______ test_name _______" and Rust "---- name stdout ----".
    private static bool IsSectionTitle(ReadOnlySpan<char> content) =>
        content.Length > 12
        && ((content.StartsWith("____", StringComparison.Ordinal) && content.EndsWith("____", StringComparison.Ordinal)) || (content.StartsWith("---- ", StringComparison.Ordinal) && content.EndsWith(" stdout ----", StringComparison.Ordinal)));

    // go test prints "FAIL", a tab, the package, a tab and seconds for a package whose failed tests stand above.
    private static bool IsPackageVerdict(ReadOnlySpan<char> content) =>
        content.StartsWith("FAIL\t", StringComparison.Ordinal) && content[^1] == 's' && char.IsAsciiDigit(content[^2]);

    private static bool IsVerdict(ReadOnlySpan<char> message)
    {
        if (StartsWithAny(message, Verdicts))
        {
            return true;
        }

        foreach (string word in VerdictWords)
        {
            if (message.SequenceEqual(word))
            {
                return true;
            }
        }

        return IsCount(message) || IsModuleVerdict(message);
    }

    // "3 errors", "1 error generated.", "10 tests completed, 1 failed": what they count stands elsewhere.
    private static bool IsCount(ReadOnlySpan<char> message)
    {
        int digits = 0;
        while (digits < message.Length && char.IsAsciiDigit(message[digits]))
        {
            digits++;
        }

        if (digits == 0 || message.Length > 80 || digits == message.Length || message[digits] != ' ')
        {
            return false;
        }

        ReadOnlySpan<char> counted = message[(digits + 1)..];
        return counted.StartsWith("error", StringComparison.OrdinalIgnoreCase) || counted.StartsWith("fail", StringComparison.OrdinalIgnoreCase) || counted.StartsWith("warning", StringComparison.OrdinalIgnoreCase)
            || (counted.StartsWith("test", StringComparison.OrdinalIgnoreCase) && counted.Contains("fail", StringComparison.OrdinalIgnoreCase));
    }

    // "Core Library ........ FAILURE [ 23.1 s]"
    private static bool IsModuleVerdict(ReadOnlySpan<char> message) =>
        message.Contains("... FAILURE", StringComparison.Ordinal) || message.Contains("... SKIPPED", StringComparison.Ordinal);

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] starts)
    {
        foreach (string start in starts)
        {
            if (text.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] ends)
    {
        foreach (string end in ends)
        {
            if (text.EndsWith(end, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
