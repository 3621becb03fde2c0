using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Reads the time of a line around a place where <c>hh:mm:ss</c> stands.</summary>
/// <remarks>Known are <c>yyyy-MM-dd</c> and <c>yyyy/MM/dd</c> before it, parted by T, a blank or an underscore, with or without a fraction
/// and a zone after it (RFC 3339, Go's log, logrus, Python, ISO 8601); <c>IMMdd</c> with any of klog's letters; and <c>MMM dd</c> (syslog).
/// A time without a zone is UTC. A time of day without a date is none. Neighbouring lines are mostly of the same day, so the last date of
/// each form is kept with its text.</remarks>
internal sealed class StampReader
{
    private const ulong ZeroTime = 0x30303A30303A3030;

    // A zone or a leap second may not take a time out of the years 1 to 9999, outside of which no clock of ours can show it.
    private const long FirstDayMs = -62_135_596_800_000;
    private const long LastDayMs = 253_402_300_799_999 - 86_401_000;

    private DateMemory _full;
    private DateMemory _klog;
    private DateMemory _syslog;

    /// <summary>Reads a time of day.</summary>
    /// <param name="text">The bytes of <c>hh:mm:ss</c>, the first lowest, with digits and colons in their places.</param>
    /// <param name="ms">Milliseconds since midnight.</param>
    /// <returns>False when there is no such hour, minute or second; a leap second is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryTimeOfDay(ulong text, out int ms)
    {
        ulong time = text - ZeroTime;
        int hour = Two(time);
        int minute = Two(time >> 24);
        int second = Two(time >> 48);
        ms = ((((hour * 60) + minute) * 60) + second) * 1000;
        return hour <= 23 && minute <= 59 && second <= 60;
    }

    /// <summary>Reads the time at a place.</summary>
    /// <param name="head">The line's first bytes.</param>
    /// <param name="at">Where digits and colons of a time of day stand.</param>
    /// <param name="found">The time.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> head, int at, out FoundTime found)
    {
        found = default;
        if (at < 6 || !TryTimeOfDay(BinaryPrimitives.ReadUInt64LittleEndian(head[at..]), out int ms))
        {
            return false;
        }

        bool hasYear = TryDate(head, at, out long dateMs);
        if (!hasYear && !TryKlog(head, at, out dateMs) && !TrySyslog(head, at, out dateMs))
        {
            return false;
        }

        int end = at + 8;
        ms += StampSuffix.Fraction(head, ref end);
        int lookahead = 1;
        long offsetMs = hasYear ? StampSuffix.Offset(head, end, out lookahead) : 0;
        if (dateMs - offsetMs is < FirstDayMs or > LastDayMs)
        {
            return false;
        }

        found = new FoundTime(at, end, lookahead, dateMs - offsetMs, ms, hasYear);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ulong digits) => (int)(((digits & 0xF) * 10) + ((digits >> 8) & 0xF));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryDate(ReadOnlySpan<byte> head, int at, out long ms)
    {
        ms = 0;
        if (at < 11 || head[at - 1] is not ((byte)'T' or (byte)' ' or (byte)'t' or (byte)'_'))
        {
            return false;
        }

        ReadOnlySpan<byte> date = head.Slice(at - 11, 10);
        ulong start = BinaryPrimitives.ReadUInt64LittleEndian(date);
        uint end = BinaryPrimitives.ReadUInt16LittleEndian(date[8..]);
        if (at > 11 && char.IsAsciiDigit((char)head[at - 12]))
        {
            return false;
        }

        return _full.Knows(start, end, out ms) || (StampDate.TryFull(date, out ms) && _full.Keep(start, end, ms));
    }

    private bool TryKlog(ReadOnlySpan<byte> head, int at, out long ms)
    {
        ReadOnlySpan<byte> date = head.Slice(at - 6, 6);
        ulong start = BinaryPrimitives.ReadUInt32LittleEndian(date);
        uint end = BinaryPrimitives.ReadUInt16LittleEndian(date[4..]);
        return _klog.Knows(start, end, out ms) || (StampDate.TryKlog(date, out ms) && _klog.Keep(start, end, ms));
    }

    private bool TrySyslog(ReadOnlySpan<byte> head, int at, out long ms)
    {
        ms = 0;
        if (at < 7)
        {
            return false;
        }

        ReadOnlySpan<byte> date = head.Slice(at - 7, 7);
        ulong start = BinaryPrimitives.ReadUInt32LittleEndian(date);
        uint end = BinaryPrimitives.ReadUInt32LittleEndian(date[3..]);
        return _syslog.Knows(start, end, out ms) || (StampDate.TrySyslog(date, out ms) && _syslog.Keep(start, end, ms));
    }

    // The text of a date and its day; no text is all zeros, so the beginning knows none.
    private struct DateMemory
    {
        private ulong _start;
        private uint _end;
        private long _ms;

        public readonly bool Knows(ulong start, uint end, out long ms)
        {
            ms = _ms;
            return start == _start && end == _end;
        }

        public bool Keep(ulong start, uint end, long ms)
        {
            (_start, _end, _ms) = (start, end, ms);
            return true;
        }
    }
}
