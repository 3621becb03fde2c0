namespace CiFeatures.Features.Logs.Failures;

/// <summary>What a line is, judged by its own text.</summary>
[Flags]
internal enum LineKinds
{
    None = 0,

    /// <summary>Marked by its writer as an error: <c>[ERROR]</c>, <c>fatal:</c>, <c>level=error</c>, <c>npm ERR!</c>, <c>make: ***</c>.</summary>
    ErrorLevel = 1 << 0,

    /// <summary>Marked as a warning.</summary>
    WarningLevel = 1 << 1,

    /// <summary>Marked as information, debug or trace.</summary>
    InfoLevel = 1 << 2,

    /// <summary>Holds a word of failure (error, failed, exception, panic) that is neither a name nor a count of zero.</summary>
    FailureWord = 1 << 3,

    /// <summary>Holds a phrase that says what was wrong (cannot, not found, denied, timed out).</summary>
    ReasonPhrase = 1 << 4,

    /// <summary>Starts with the name of an exception.</summary>
    Exception = 1 << 5,

    /// <summary>A line of a stack trace.</summary>
    Frame = 1 << 6,

    /// <summary>Leads from one exception to the next, or into a stack trace.</summary>
    Cause = 1 << 7,

    /// <summary>Starts with a file and a line number in it.</summary>
    Diagnostic = 1 << 8,

    /// <summary>A test runner's mark of a failed test.</summary>
    FailedTest = 1 << 9,

    /// <summary>Says only that something failed: a build's result, an exit code, a count of failures.</summary>
    Verdict = 1 << 10,

    /// <summary>A command or script that is shown before it runs.</summary>
    Echo = 1 << 11,

    /// <summary>A mark that something went well.</summary>
    Success = 1 << 12,

    /// <summary>Has no letter or digit: rules, underlines, blanks behind a time stamp.</summary>
    Wordless = 1 << 13,

    /// <summary>The first line of a Python traceback.</summary>
    Traceback = 1 << 14,

    /// <summary>Speaks of zero errors or failures.</summary>
    ZeroCount = 1 << 15,
}
