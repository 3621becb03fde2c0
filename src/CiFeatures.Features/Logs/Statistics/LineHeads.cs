using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Finds the level and the time that a line names in its first bytes, and keeps count.</summary>
/// <remarks>The masks of blocks of 64 bytes, 56 bytes apart, tell where a level's name may begin or <c>dd:dd:dd</c> stands; only those
/// places are looked at byte by byte. Colours and other escape sequences are taken out first where a line has any.</remarks>
/// <param name="times">Takes the times in the order of the lines.</param>
internal sealed class LineHeads(TimeLine times)
{
    /// <summary>How much of a line is looked at when it is JSON: there the level and the time may come after a long message.</summary>
    public const int MaxBytes = 256;

    /// <summary>How much of another line is looked at; what comes later is part of what the line says.</summary>
    public const int PlainBytes = 64;

    /// <summary>How many bytes past the end of a head have to be readable, whatever they are.</summary>
    public const int Padding = 65;

    // What is looked for has at most 8 bytes, so blocks overlap by as much.
    private const int Stride = 56;
    private const ulong StrideBits = (1UL << Stride) - 1;

    // Places that look like a time of day and are none, after which a line is given up.
    private const int MostTimes = 4;

    private readonly StampReader _stamps = new();
    private readonly HeadMemory _memory = new();
    private readonly byte[] _plain = new byte[MaxBytes + Padding];
    private readonly long[] _levels = new long[(int)LogLevel.Fatal + 1];

    /// <summary>Gets the times of the lines.</summary>
    public TimeLine Times { get; } = times;

    /// <summary>Gets how many lines name a level.</summary>
    public long Lines(LogLevel level) => _levels[(int)level];

    /// <summary>Looks at a line.</summary>
    /// <typeparam name="TMasks">How blocks are classified.</typeparam>
    /// <param name="room">The head, and <see cref="Padding"/> more bytes.</param>
    /// <param name="length">How many bytes the head has.</param>
    /// <param name="mayNameLevel">Whether its first 64 bytes may have a level's name or escape sequences; true where that is not known.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add<TMasks>(ReadOnlySpan<byte> room, int length, bool mayNameLevel)
        where TMasks : struct, IBlockMasks
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(room.Length, length + Padding);
        if (length == 0)
        {
            return;
        }

        if (_memory.Knows<TMasks>(ref MemoryMarshal.GetReference(room), length, mayNameLevel, out LogLevel level, out LineStamp stamp))
        {
            _levels[(int)level]++;
            Times.Add(stamp);
        }
        else
        {
            AddNew<TMasks>(room, length, mayNameLevel);
        }
    }

    private static LogLevel Klog(ref byte start, ulong digits) => (digits & 0x1E) == 0x1E && Unsafe.Add(ref start, 5) == (byte)' '
        ? start switch
        {
            (byte)'I' => LogLevel.Info,
            (byte)'W' => LogLevel.Warning,
            (byte)'E' => LogLevel.Error,
            (byte)'F' => LogLevel.Fatal,
            _ => LogLevel.None,
        }
        : LogLevel.None;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNew<TMasks>(ReadOnlySpan<byte> room, int length, bool mayNameLevel)
        where TMasks : struct, IBlockMasks
    {
        bool isPlain = TryFind<TMasks>(room, length, out FoundLevel level, out FoundTime? time);
        if (!isPlain)
        {
            int plain = AnsiText.Strip(room[..length], _plain);
            TryFind<TMasks>(_plain, plain, out level, out time);
        }

        _levels[(int)level.Level]++;
        if (time is not { } found)
        {
            return;
        }

        Times.Add(found.Stamp);
        ReadOnlySpan<byte> raw = room[..length];
        if (isPlain && (level.Level != LogLevel.None || (!mayNameLevel && raw[0] != (byte)'{')))
        {
            _memory.Keep(raw, mayNameLevel, level.Level, level.End, found);
        }
        else if (level.Level != LogLevel.None)
        {
            int begin = AnsiText.PlaceOf(raw, found.At);
            int end = AnsiText.PlaceOf(raw, found.End - 1) + 1;

            // A time that a sequence parts, or a sequence where a zone might stand, has no place to be compared at.
            if (end - begin == found.End - found.At && AnsiText.PlaceOf(raw, found.End + found.Lookahead - 1) == end + found.Lookahead - 1)
            {
                _memory.Keep(raw, mayNameLevel, level.Level, AnsiText.PlaceOf(raw, level.End + 1), found.Moved(begin, end));
            }
        }
    }

    /// <summary>Finds the level and the time of a line, unless it has escape sequences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryFind<TMasks>(ReadOnlySpan<byte> room, int length, out FoundLevel level, out FoundTime? time)
        where TMasks : struct, IBlockMasks
    {
        ref byte start = ref MemoryMarshal.GetReference(room);
        if (start != (byte)'{' && length > PlainBytes)
        {
            length = PlainBytes;
        }

        level = default;
        time = null;
        int timesLeft = MostTimes;
        ulong wordCarry = 0;
        for (int at = 0; ; at += Stride)
        {
            HeadMasks masks = TMasks.Head(ref Unsafe.Add(ref start, at));
            int left = length - at;
            ulong inside = left >= 64 ? ulong.MaxValue : (1UL << left) - 1;
            if ((masks.Escapes & inside) != 0)
            {
                return false;
            }

            // Of a block that is not the last, the next looks at what begins in the last bytes.
            ulong begins = left > 64 ? StrideBits : inside;

            // A time has to end within the line, and its last byte is the eighth.
            ulong clocks = timesLeft > 0 ? masks.TimesOfDay & (inside >> 7) & begins : 0;
            if (at == 0 && (clocks & 0x40) != 0)
            {
                level = new FoundLevel(Klog(ref start, masks.Digits), 14);
            }

            for (; clocks != 0 && timesLeft > 0; clocks &= clocks - 1)
            {
                timesLeft--;
                if (_stamps.TryRead(room[..length], at + BitOperations.TrailingZeroCount(clocks), out FoundTime found))
                {
                    time = found;
                    timesLeft = 0;
                }
            }

            if (level.Level == LogLevel.None)
            {
                ulong words = masks.LevelStarts & ~unchecked((masks.Word << 1) | wordCarry) & begins;
                for (; words != 0 && level.Level == LogLevel.None; words &= words - 1)
                {
                    level = new FoundLevel(LevelWord.At(room[..length], at + BitOperations.TrailingZeroCount(words), out int end), end);
                }

                wordCarry = (masks.Word >> (Stride - 1)) & 1;
            }

            if (left <= 64 || (level.Level != LogLevel.None && timesLeft == 0))
            {
                return true;
            }
        }
    }

    /// <summary>A level, and where its name ends.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct FoundLevel(LogLevel Level, int End);
}
