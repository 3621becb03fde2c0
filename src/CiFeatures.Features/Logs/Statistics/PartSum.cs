namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Adds up the figures of the parts of a log, in their order, in whichever order they come.</summary>
/// <param name="year">The year of times that do not say theirs, as long as no line does; null when it is not known.</param>
internal sealed class PartSum(int? year)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, (LogStatistics? Figures, TimeLine Times)> _waiting = [];
    private LogStatistics? _sum;
    private long _next;
    private volatile bool _isGood = true;

    /// <summary>Gets the times from the log's beginning: what the first part fills, and the others are appended to.</summary>
    public TimeLine Times { get; } = new(year);

    /// <summary>Gets whether the times of all parts so far could be placed; the log has to be read in one otherwise.</summary>
    public bool IsGood => _isGood;

    /// <summary>Adds a part.</summary>
    /// <param name="index">Its place among the parts.</param>
    /// <param name="figures">Its figures; null when it has no bytes.</param>
    /// <param name="times">Its times.</param>
    public void Add(long index, LogStatistics? figures, TimeLine times)
    {
        lock (_lock)
        {
            _waiting.Add(index, (figures, times));
            while (_isGood && _waiting.Remove(_next, out (LogStatistics? Figures, TimeLine Times) part))
            {
                _next++;
                if (part.Figures is { } next)
                {
                    _isGood = _sum is null || Times.TryAppend(part.Times);
                    _sum = _sum is null ? next : Join(_sum, next);
                }
            }
        }
    }

    /// <summary>Gives the figures of the whole.</summary>
    public LogStatistics Finish() =>
        _sum! with { TimedLines = Times.Count, FirstTimeMs = Times.FirstMs, LastTimeMs = Times.LastMs, LargestGapMs = Times.GapMs };

    private static LogStatistics Join(LogStatistics sum, LogStatistics next) => sum with
    {
        Bytes = sum.Bytes + next.Bytes,
        Chars = sum.Chars + next.Chars,
        Words = sum.Words + next.Words,
        Lines = sum.Lines + next.Lines - (next.Bytes > 0 ? 1 : 0),
        AnsiBytes = sum.AnsiBytes + next.AnsiBytes,
        BlankLines = sum.BlankLines + next.BlankLines,
        LongestLineBytes = Math.Max(sum.LongestLineBytes, next.LongestLineBytes),
        FatalLines = sum.FatalLines + next.FatalLines,
        ErrorLines = sum.ErrorLines + next.ErrorLines,
        WarningLines = sum.WarningLines + next.WarningLines,
        InfoLines = sum.InfoLines + next.InfoLines,
        DebugLines = sum.DebugLines + next.DebugLines,
    };
}
