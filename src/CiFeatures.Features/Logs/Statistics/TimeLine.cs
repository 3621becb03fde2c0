using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The times of a log's lines in their order: first, last, and the longest silence.</summary>
/// <remarks>A stamp without a year is put into the year of the stamp before it, one later when that would take it back by more than half a
/// year. As long as no year is known such stamps still have distances, and the log has neither a first nor a last time.</remarks>
internal sealed class TimeLine(int? year)
{
    private const long MsPerDay = 86_400_000;
    private const long HalfYearMs = 183 * MsPerDay;

    private readonly bool _yearGiven = year.HasValue;
    private int? _year = year;
    private long _firstMs;
    private long _beginMs;
    private long _lastMs;
    private bool _lastIsNominal;
    private bool _hasFirst;
    private bool _hasLast;
    private long _gapMs = -1;

    // The last time with a year, as long as no time without one has asked for it.
    private long? _lastYearMs;

    // Neighbouring lines are mostly of the same day.
    private long _movedDay = -1;
    private int _movedYear;
    private long _movedMs;

    public long Count { get; private set; }

    /// <summary>Gets how many of the stamps have no year.</summary>
    public long YearlessCount { get; private set; }

    public long? FirstMs => _hasFirst ? _firstMs : null;

    public long? LastMs => _hasFirst ? _lastMs : null;

    /// <summary>Gets the longest time from a line with a time to the next; null without two of them. A step back in time is no gap.</summary>
    public long? GapMs => _gapMs >= 0 ? _gapMs : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(LineStamp stamp)
    {
        Count++;
        YearlessCount += stamp.HasYear ? 0 : 1;
        if (!stamp.HasYear && _lastYearMs is { } dated)
        {
            _year = DateTime.UnixEpoch.AddMilliseconds(dated).Year;
            _lastYearMs = null;
        }

        bool nominal = !stamp.HasYear && _year is null;
        long ms = stamp.HasYear ? stamp.Ms : Placed(stamp.Ms);
        if (_hasLast && nominal == _lastIsNominal)
        {
            _gapMs = Math.Max(_gapMs, Math.Max(0, ms - _lastMs));
        }

        if (!nominal)
        {
            _firstMs = _hasFirst ? _firstMs : ms;
            _hasFirst = true;
            _lastYearMs = stamp.HasYear ? ms : _lastYearMs;
        }

        _beginMs = _hasLast ? _beginMs : ms;
        (_lastMs, _lastIsNominal, _hasLast) = (ms, nominal, true);
    }

    /// <summary>Adds what comes right after.</summary>
    /// <param name="next">The times of the following lines, found without knowing these.</param>
    /// <returns>False when the following would have been placed differently had these been known; nothing changes then.</returns>
    public bool TryAppend(TimeLine next)
    {
        if (next.Count == 0)
        {
            return true;
        }

        bool alike = next.YearlessCount == 0 ? YearlessCount == 0 : !_yearGiven && next.YearlessCount == next.Count && YearlessCount == Count;
        if (!alike)
        {
            return false;
        }

        long between = _hasLast ? Math.Max(0, next._beginMs - _lastMs) : -1;
        _gapMs = Math.Max(_gapMs, Math.Max(between, next._gapMs));
        (_firstMs, _hasFirst) = _hasFirst ? (_firstMs, true) : (next._firstMs, next._hasFirst);
        _beginMs = _hasLast ? _beginMs : next._beginMs;
        (_lastMs, _lastIsNominal, _hasLast) = (next._lastMs, next._lastIsNominal, true);
        Count += next.Count;
        YearlessCount += next.YearlessCount;
        return true;
    }

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

    private long Moved(long nominalMs, int year)
    {
        long day = nominalMs / MsPerDay;
        if (day != _movedDay || year != _movedYear)
        {
            (_movedDay, _movedYear, _movedMs) = (day, year, DayIn(day, year));
        }

        return _movedMs + (nominalMs % MsPerDay);
    }

    // Of 29 February in a year without it, the day after.
    private static long DayIn(long nominalDay, int year)
    {
        DateTime nominal = DateTime.UnixEpoch.AddDays(nominalDay);
        DateTime day = new DateTime(Math.Clamp(year, 1, 9998), 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(nominal.Month - 1).AddDays(nominal.Day - 1);
        return (long)(day - DateTime.UnixEpoch).TotalMilliseconds;
    }
}
