namespace CiFeatures.Features.Logs.Failures;

/// <summary>What <see cref="FailingLineFinder"/> keeps, and how much memory it may use.</summary>
public sealed record FailingLineOptions
{
    /// <summary>How many lines above and below each failing line are kept as context.</summary>
    /// <value>The default is 0, at most 100.</value>
    public int ContextLines { get; init; }

    /// <summary>How many bytes of a line are looked at and kept; what follows only counts as part of the line.</summary>
    /// <value>The default is 8192; 64 to 1048576.</value>
    public int MaxLineBytes { get; init; } = 8192;

    /// <summary>How many characters of lines that may be reported are kept. In a log with more, the middle ones are left out and counted.</summary>
    /// <value>The default is 16777216; at least 4096.</value>
    public long MaxKeptChars { get; init; } = 1 << 24;

    /// <summary>How many different line templates of passing logs are kept.</summary>
    /// <value>The default is 1048576; at least 1.</value>
    public int MaxPassingTemplates { get; init; } = 1 << 20;

    internal void Validate()
    {
        Check(nameof(ContextLines), ContextLines, 0, 100);
        Check(nameof(MaxLineBytes), MaxLineBytes, 64, 1 << 20);
        Check(nameof(MaxKeptChars), MaxKeptChars, 4096, long.MaxValue);
        Check(nameof(MaxPassingTemplates), MaxPassingTemplates, 1, int.MaxValue);
    }

    private static void Check(string option, long value, long lowest, long highest)
    {
        if (value < lowest || value > highest)
        {
            FailureErrors.ThrowOptionOutOfRange(option, value, lowest, highest);
        }
    }
}
