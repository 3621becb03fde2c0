using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The times of a log's lines in their order: first, last, and the longest silence.</summary>
/// <remarks>A stamp without a year is put into the year of the stamp before it, one later when that would take it back by more than half a
/// year. As long as no year is known such stamps still have distances, and the log has neither a first nor a last time.
/// <para>Where the beginning of a log is not known, stamps without a year are kept as days until the first stamp with one; from there on
/// nothing depends on what was before.</para></remarks>
internal sealed class TimeLine
{
    private const long MsPerDay = 86_400_000;
    private const long HalfYearMs = 183 * MsPerDay;

    private int? _year;
    private long _firstMs;
    private long _beginMs;
    private long _lastMs;
    private bool _lastIsNominal;
    private bool _hasFirst;
    private bool _hasLast;
    private long _gapMs = -1;

    // Whether the last time had a year, which no time without one has asked for yet.
    private bool _lastHasYear;

    // Neighbouring lines are mostly of the same day.
    private long _movedDay = -1;
    private int _movedYear;
    private long _movedMs;

    /// <summary>Makes the times of a log.</summary>
    /// <param name="year">The year of stamps that do not say theirs, as long as no line does; null when it is not known.</param>
    public TimeLine(int? year) => _year = year;

    private TimeLine() => Unplaced = new DayRuns();

    public long Count { get; private set; }

    public long? FirstMs => _hasFirst ? _firstMs : null;

    public long? LastMs => _hasFirst ? _lastMs : null;

    /// <summary>Gets the longest time from a line with a time to the next; null without two of them. A step back in time is no gap.</summary>
    public long? GapMs => _gapMs >= 0 ? _gapMs : null;

    /// <summary>Gets the stamps that wait for what was before them; null in the times of a log from its beginning.</summary>
    private DayRuns? Unplaced { get; }

    /// <summary>Makes the times of a later part of a log, to be appended to those of the parts before it.</summary>
    public static TimeLine OfPart() => new();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(LineStamp stamp)
    {
        Count++;
        if (_lastHasYear && stamp.HasYear)
        {
            _gapMs = Math.Max(_gapMs, Math.Max(0, stamp.Ms - _lastMs));
            _lastMs = stamp.Ms;
        }
        else if (Unplaced is { } runs && !_hasLast && !stamp.HasYear)
        {
            runs.Add(stamp.Ms);
        }
        else
        {
            Place(stamp);
        }
    }

    /// <summary>Adds what comes right after.</summary>
    /// <param name="next">The times of the following lines, found without knowing these.</param>
    /// <returns>False when there were too many days to keep; nothing changes then.</returns>
    public bool TryAppend(TimeLine next)
    {
        DayRuns runs = next.Unplaced ?? throw new ArgumentException("The times are those of a log from its beginning.", nameof(next));
        if (runs.AreTooMany)
        {
            return false;
        }

        Count += next.Count;
        foreach (DayRun run in runs.All)
        {
            Place(new LineStamp(run.FirstMs, HasYear: false));
            _gapMs = Math.Max(_gapMs, run.GapMs);
            _lastMs += run.LastMs - run.FirstMs;
        }

        if (next._hasLast)
        {
            Place(new LineStamp(next._beginMs, HasYear: true));
            _gapMs = Math.Max(_gapMs, next._gapMs);
            (_year, _lastMs, _lastHasYear) = (next._year, next._lastMs, next._lastHasYear);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(LineStamp stamp)
    {
        if (!stamp.HasYear && _lastHasYear)
        {
            _year = DateTime.UnixEpoch.AddMilliseconds(_lastMs).Year;
        }

        bool nominal = !stamp.HasYear && _year is null;
        long ms = stamp.HasYear ? stamp.Ms : Placed(stamp.Ms);
        if (_hasLast && nominal == _lastIsNominal)
        {
            _gapMs = Math.Max(_gapMs, Math.Max(0, ms - _lastMs));
        }

        if (!nominal && !_hasFirst)
        {
            (_firstMs, _hasFirst) = (ms, true);
        }

        _beginMs = _hasLast ? _beginMs : ms;
        (_lastMs, _lastIsNominal, _lastHasYear, _hasLast) = (ms, nominal, stamp.HasYear, true);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Placed(long nominalMs)
    {
        if (_year is not { } known)
        {
            return nominalMs;
        }

        long ms = Moved(nominalMs, known);
        if (_hasFirst && !_lastIsNominal && ms < _lastMs - HalfYearMs)
        {
            _year = known + 1;
            ms = Moved(nominalMs, known + 1);
        }

        return ms;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Moved(long nominalMs, int year)
    {
        long day = nominalMs / MsPerDay;
        if (day != _movedDay || year != _movedYear)
        {
            (_movedDay, _movedYear, _movedMs) = (day, year, DayIn(day, year));
        }

        return _movedMs + (nominalMs - (day * MsPerDay));
    }

    // Of 29 February in a year without it, the day after.
    private static long DayIn(long nominalDay, int year)
    {
        DateTime nominal = DateTime.UnixEpoch.AddDays(nominalDay);
        DateTime day = new DateTime(Math.Clamp(year, 1, 9998), 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(nominal.Month - 1).AddDays(nominal.Day - 1);
        return (long)(day - DateTime.UnixEpoch).TotalMilliseconds;
    }
}
