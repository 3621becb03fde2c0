using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Remembers how lines with a time, with or without a level, began, and recognises a line that begins the same but for the digits of its time.</summary>
/// <remarks>The level and the place of the time follow from the bytes up to the end of both, and from no others; so where these bytes are
/// equal, and digits stand where digits stood, so do they. Colours are bytes like others here. That a line has no
/// level follows from all of its first bytes; so such lines are kept, and recognised, only where nothing in these can be a level's name.</remarks>
internal sealed class HeadMemory
{
    private const int SlotBits = 4;

    // One half is for lines in which nothing can be a level's name, so that the others do not push them out.
    private readonly Entry[] _entries = [.. Enumerable.Range(0, 2 << SlotBits).Select(_ => new Entry())];

    /// <summary>Recognises a line.</summary>
    /// <typeparam name="TMasks">How blocks are compared.</typeparam>
    /// <param name="start">The line's first byte; 64 are readable.</param>
    /// <param name="length">The line's length.</param>
    /// <param name="mayNameLevel">Whether its first 64 bytes may have a level's name or escape sequences.</param>
    /// <param name="level">The level.</param>
    /// <param name="stamp">The time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows<TMasks>(ref byte start, int length, bool mayNameLevel, out LogLevel level, out LineStamp stamp)
        where TMasks : struct, IBlockMasks
    {
        Entry entry = _entries[SlotOf(ref start, mayNameLevel)];
        level = entry.Level;
        stamp = default;
        if (length < entry.Length)
        {
            return false;
        }

        ulong equal = TMasks.Equal(ref start, ref MemoryMarshal.GetArrayDataReference(entry.Bytes), out ulong digits);
        return ((equal | (digits & entry.Varying)) & entry.Needed) == entry.Needed && entry.TryStamp(ref start, out stamp);
    }

    /// <summary>Keeps a line.</summary>
    /// <param name="raw">The line's first bytes, colours included.</param>
    /// <param name="mayNameLevel">Whether the first 64 may have a level's name or escape sequences.</param>
    /// <param name="level">Its level; none only where they may not.</param>
    /// <param name="levelEnd">Where the level's name ends.</param>
    /// <param name="time">Its time.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(ReadOnlySpan<byte> raw, bool mayNameLevel, LogLevel level, int levelEnd, FoundTime time)
    {
        int length = Math.Max(time.End + time.Lookahead, levelEnd + 2);
        if (length <= 64 && raw.Length >= length && raw.Length >= sizeof(ulong))
        {
            _entries[SlotOf(ref MemoryMarshal.GetReference(raw), mayNameLevel)].Set(raw, length, level, time);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ref byte start, bool mayNameLevel) =>
        (int)unchecked((Unsafe.ReadUnaligned<ulong>(ref start) * 0x9E3779B97F4A7C15) >> (64 - SlotBits)) + (mayNameLevel ? 0 : 1 << SlotBits);

    private sealed class Entry
    {
        private int _timeAt;
        private int _fractionDigits;
        private long _dayMs;
        private bool _hasYear;

        public byte[] Bytes { get; } = new byte[64];

        public int Length { get; private set; } = int.MaxValue;

        public ulong Needed { get; private set; }

        public ulong Varying { get; private set; }

        public LogLevel Level { get; private set; }

        public void Set(ReadOnlySpan<byte> raw, int length, LogLevel level, FoundTime time)
        {
            raw[..length].CopyTo(Bytes);
            Length = length;
            Needed = length == 64 ? ulong.MaxValue : (1UL << length) - 1;
            Level = level;
            _timeAt = time.At;
            _fractionDigits = Math.Max(0, time.End - time.At - 9);
            _dayMs = time.DayMs;
            _hasYear = time.HasYear;
            Varying = 0xDBUL << time.At;
            for (int i = 0; i < _fractionDigits; i++)
            {
                Varying |= 1UL << (time.At + 9 + i);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool TryStamp(ref byte start, out LineStamp stamp)
        {
            ref byte time = ref Unsafe.Add(ref start, _timeAt);
            bool valid = StampReader.TryTimeOfDay(Unsafe.ReadUnaligned<ulong>(ref time), out int ms);
            if (_fractionDigits > 0)
            {
                ms += 100 * (Unsafe.Add(ref time, 9) - '0');
                ms += _fractionDigits > 1 ? 10 * (Unsafe.Add(ref time, 10) - '0') : 0;
                ms += _fractionDigits > 2 ? Unsafe.Add(ref time, 11) - '0' : 0;
            }

            stamp = new LineStamp(_dayMs + ms, _hasYear);
            return valid;
        }
    }
}
