namespace CiFeatures.Features.Logs.Failures;

/// <summary>A line in the window that moves over a log: its text and what is known of it so far. Used again for a later line.</summary>
internal sealed class TracedLine
{
    private const LineKinds Errors = LineKinds.ErrorLevel | LineKinds.FailureWord | LineKinds.Exception | LineKinds.Cause | LineKinds.Diagnostic | LineKinds.FailedTest | LineKinds.Frame;
    private const LineKinds Harmless = LineKinds.InfoLevel | LineKinds.Success | LineKinds.Echo | LineKinds.ZeroCount;

    public LineText Text { get; } = new();

    /// <summary>Number of the line, from 1; 0 for a place in the window that holds none.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the line has no character but white space, not even a time stamp.</summary>
    public bool IsBlank { get; private set; }

    public LineKinds Kinds { get; private set; }

    /// <summary>Whether no passing log has the line; true where there is none to compare with.</summary>
    public bool IsNovel { get; set; }

    public bool InBlock { get; set; }

    public bool InNovelBlock { get; set; }

    /// <summary>Whether the block starts with a line that its writer marked as an error, or a failed test.</summary>
    public bool InStrongBlock { get; set; }

    public bool InErrorRun { get; set; }

    /// <summary>Whether the line's own text speaks of failure.</summary>
    public bool IsError => (Kinds & Errors) != LineKinds.None && ((Kinds & Harmless) == LineKinds.None || (Kinds & (LineKinds.ErrorLevel | LineKinds.FailedTest)) != LineKinds.None);

    /// <summary>Whether the line speaks of failure and passing logs do not have it, or belongs to what such a line begins.</summary>
    public bool IsHot => (IsNovel && IsError && (Kinds & LineKinds.Verdict) == LineKinds.None) || InNovelBlock || InErrorRun;

    /// <summary>Whether the line is drawn from one side to the other to part sections.</summary>
    public bool IsRule { get; private set; }

    /// <summary>Whether the line is a title within such a line.</summary>
    public bool IsRuled { get; private set; }

    public void Set(long number, ReadOnlySpan<byte> utf8)
    {
        Number = number;
        Text.Set(utf8);
        IsBlank = Text.All.IsWhiteSpace();
        Kinds = IsBlank ? LineKinds.Wordless : LineClassifier.Classify(Text);
        ReadOnlySpan<char> content = Text.Content;
        bool drawn = content.Length >= 10 && (content[0] is '-' or '=' or '_' or '*' or '~') && content[..4].Count(content[0]) == 4;
        IsRule = drawn && content.Count(content[0]) == content.Length;
        IsRuled = drawn && !IsRule && content.EndsWith(content[..4], StringComparison.Ordinal);
        IsNovel = InBlock = InNovelBlock = InStrongBlock = InErrorRun = false;
    }

    public void Clear()
    {
        Number = 0;
        IsBlank = true;
        IsRule = IsRuled = false;
        Kinds = LineKinds.None;
        IsNovel = InBlock = InNovelBlock = InStrongBlock = InErrorRun = false;
    }
}
