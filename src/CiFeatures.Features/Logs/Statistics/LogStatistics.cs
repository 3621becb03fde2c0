namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The figures of one log.</summary>
/// <remarks>Characters, words and lines are those of Python for the text decoded as UTF-8 with <c>errors="replace"</c>:
/// <c>len(s)</c>, <c>len(s.split())</c> and <c>s.count("\n") + 1</c>, and 0 of each for an empty log.</remarks>
public sealed record LogStatistics
{
    /// <summary>Bytes of the decompressed log.</summary>
    public required long Bytes { get; init; }

    /// <summary>Characters: Unicode code points, an invalid sequence counted as Python replaces it.</summary>
    public required long Chars { get; init; }

    /// <summary>Words: what Unicode white space (U+001C to U+001F included) parts.</summary>
    public required long Words { get; init; }

    /// <summary>Lines: newlines + 1; 0 for an empty log.</summary>
    public required long Lines { get; init; }

    /// <summary>Bytes that belong to terminal escape sequences, such as colours.</summary>
    public required long AnsiBytes { get; init; }

    /// <summary>Lines of white space only; what follows the last newline is a line only where there is something.</summary>
    public required long BlankLines { get; init; }

    /// <summary>Bytes of the longest line, without its newline.</summary>
    public required long LongestLineBytes { get; init; }

    /// <summary>Lines that name the level fatal, panic or critical.</summary>
    public required long FatalLines { get; init; }

    /// <summary>Lines that name the level error.</summary>
    public required long ErrorLines { get; init; }

    /// <summary>Lines that name the level warning.</summary>
    public required long WarningLines { get; init; }

    /// <summary>Lines that name the level info.</summary>
    public required long InfoLines { get; init; }

    /// <summary>Lines that name the level debug or trace.</summary>
    public required long DebugLines { get; init; }

    /// <summary>Lines that begin with a time, or name one in their first 256 bytes.</summary>
    public required long TimedLines { get; init; }

    /// <summary>Time of the first line that has one, in milliseconds since 1970 UTC; null when none has one with a year.</summary>
    public required long? FirstTimeMs { get; init; }

    /// <summary>Time of the last line that has one, in milliseconds since 1970 UTC; null when none has one with a year.</summary>
    public required long? LastTimeMs { get; init; }

    /// <summary>The longest time from a line that has a time to the next that has one, in milliseconds; null without two. A step back is none.</summary>
    public required long? LargestGapMs { get; init; }

    /// <summary><see cref="AnsiBytes"/> ÷ <see cref="Bytes"/>; null for an empty log.</summary>
    public double? AnsiRatio => Bytes == 0 ? null : (double)AnsiBytes / Bytes;
}
