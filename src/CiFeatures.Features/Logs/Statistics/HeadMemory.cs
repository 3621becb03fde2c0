using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Remembers how lines with a level and a time began, and recognises a line that begins the same but for the digits of its time.</summary>
/// <remarks>The level and the place of the time follow from the bytes up to the end of both, and from no others; so where these bytes are
/// equal, and digits stand where digits stood, so do they. Colours are bytes like others here.</remarks>
internal sealed class HeadMemory
{
    private const int Slots = 8;
    private const int SlotBits = 3;

    private readonly Entry[] _entries = [.. Enumerable.Range(0, Slots).Select(_ => new Entry())];

    /// <summary>Recognises a line.</summary>
    /// <typeparam name="TMasks">How blocks are compared.</typeparam>
    /// <param name="start">The line's first byte; 64 are readable.</param>
    /// <param name="length">The line's length.</param>
    /// <param name="level">The level.</param>
    /// <param name="stamp">The time.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows<TMasks>(ref byte start, int length, out LogLevel level, out LineStamp stamp)
        where TMasks : struct, IBlockMasks
    {
        Entry entry = _entries[SlotOf(ref start)];
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
    /// <param name="level">Its level.</param>
    /// <param name="levelEnd">Where the level's name ends.</param>
    /// <param name="time">Its time.</param>
    public void Keep(ReadOnlySpan<byte> raw, LogLevel level, int levelEnd, FoundTime time)
    {
        int length = Math.Max(time.End + time.Lookahead, levelEnd + 2);
        if (length <= 64 && raw.Length >= length && raw.Length >= sizeof(ulong))
        {
            _entries[SlotOf(ref MemoryMarshal.GetReference(raw))].Set(raw, length, level, time);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SlotOf(ref byte start) =>
        (int)unchecked((Unsafe.ReadUnaligned<ulong>(ref start) * 0x9E3779B97F4A7C15) >> (64 - SlotBits));

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
            for (int i = 0, scale = 100; i < _fractionDigits && scale > 0; i++, scale /= 10)
            {
                ms += scale * (Unsafe.Add(ref time, 9 + i) - '0');
            }

            stamp = new LineStamp(_dayMs + ms, _hasYear);
            return valid;
        }
    }
}
