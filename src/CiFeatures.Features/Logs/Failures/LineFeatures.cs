namespace CiFeatures.Features.Logs.Failures;

/// <summary>What the model looks at: yes or no for each line. The number of a member is its place in the weights.</summary>
internal enum LineFeature
{
    Always,
    ErrorLevel,
    WarningLevel,
    InfoLevel,
    FailureWord,
    ReasonPhrase,
    Exception,
    Frame,
    Cause,
    Diagnostic,
    FailedTest,
    Verdict,
    Echo,
    Success,
    Wordless,
    ZeroCount,

    /// <summary>No passing log has a line of this template.</summary>
    Novel,

    /// <summary>Novel, and its own text speaks of failure.</summary>
    NovelError,

    /// <summary>Speaks of failure, but passing logs have it too.</summary>
    KnownError,

    /// <summary>Belongs to a block (indented below it, its stack trace) that starts with a line of failure.</summary>
    InBlock,

    /// <summary>Such a block, and its first line is novel.</summary>
    InNovelBlock,

    /// <summary>Such a block, and its first line is marked as an error or as a failed test.</summary>
    InStrongBlock,

    /// <summary>Another line of error level directly below one, in a run that started with a novel line.</summary>
    InErrorRun,

    /// <summary>The line with text above it speaks of failure.</summary>
    AboveHot,

    /// <summary>The line with text below it speaks of failure.</summary>
    BelowHot,

    /// <summary>One of the three lines above and one of the three below speak of failure.</summary>
    BetweenHot,

    /// <summary>Novel, and between or beside lines that speak of failure.</summary>
    NovelBesideHot,

    /// <summary>The lines above and below are novel too.</summary>
    InNovelRun,

    /// <summary>In the last part of the log.</summary>
    Late,
}
