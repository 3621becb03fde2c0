using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Computes the figures of a log that comes in pieces. It keeps a few counters and the beginning of one line, whatever the log.</summary>
internal sealed class LogScanner
{
    // What is classified for characters and words is looked at again for lines while it is in the first-level cache.
    private const int PieceBytes = 1 << 14;

    private readonly ScanPath _path;
    private readonly TextCounter _text = new();
    private readonly AnsiCounter _ansi = new();
    private readonly LineHeads _heads;
    private readonly LineMarks _marks = new(PieceBytes);
    private readonly int[] _newlines = new int[PieceBytes];
    private readonly byte[] _head = new byte[LineHeads.MaxBytes + LineHeads.Padding];
    private int _headLength;
    private long _lineBytes;
    private long _longest;
    private long _bytes;

    /// <summary>Makes a scanner.</summary>
    /// <param name="year">The year of times that do not say theirs, as long as no line does; null when it is not known.</param>
    /// <param name="path">How wide the registers are.</param>
    public LogScanner(int? year = null, ScanPath path = ScanPath.Widest)
        : this(new TimeLine(year)) => _path = path == ScanPath.Widest ? ScanPaths.Widest : path;

    /// <summary>Makes a scanner of a log or of a part of one.</summary>
    /// <param name="times">Takes the times.</param>
    public LogScanner(TimeLine times)
    {
        _heads = new LineHeads(times);
        _path = ScanPaths.Widest;
    }

    /// <summary>Takes the next bytes of the log.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        switch (_path)
        {
            case ScanPath.Vector512: Add<Vector512Masks>(bytes); break;
            case ScanPath.Vector256: Add<Vector256Masks>(bytes); break;
            case ScanPath.Vector128: Add<Vector128Masks>(bytes); break;
            default: Add<ScalarMasks>(bytes); break;
        }
    }

    /// <summary>Gets the times of the lines that have ended.</summary>
    public TimeLine Times => _heads.Times;

    /// <summary>Ends the log.</summary>
    public LogStatistics Finish()
    {
        _text.Finish();
        bool endsWithNewline = _lineBytes == 0;
        if (!endsWithNewline)
        {
            EndLine();
        }

        long ended = _text.Newlines - _text.EndedLinesWithInk;
        return new LogStatistics
        {
            Bytes = _bytes,
            Chars = _text.Chars,
            Words = _text.Words,
            Lines = _bytes == 0 ? 0 : _text.Newlines + 1,
            AnsiBytes = _ansi.Bytes,
            BlankLines = ended + (!endsWithNewline && !_text.LineHasInk ? 1 : 0),
            LongestLineBytes = _longest,
            FatalLines = _heads.Lines(LogLevel.Fatal),
            ErrorLines = _heads.Lines(LogLevel.Error),
            WarningLines = _heads.Lines(LogLevel.Warning),
            InfoLines = _heads.Lines(LogLevel.Info),
            DebugLines = _heads.Lines(LogLevel.Debug),
            TimedLines = _heads.Times.Count,
            FirstTimeMs = _heads.Times.FirstMs,
            LastTimeMs = _heads.Times.LastMs,
            LargestGapMs = _heads.Times.GapMs,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add<TMasks>(ReadOnlySpan<byte> bytes)
        where TMasks : struct, IBlockMasks
    {
        _bytes += bytes.Length;
        int lineStart = 0;
        for (int at = 0; at < bytes.Length; at += PieceBytes)
        {
            ReadOnlySpan<byte> piece = bytes.Slice(at, Math.Min(PieceBytes, bytes.Length - at));
            int count = _text.Add<TMasks>(piece, _newlines);
            _marks.Mark<TMasks>(bytes[at..], piece.Length);
            _ansi.Add(piece, _marks.Escapes);
            foreach (int newline in _newlines.AsSpan(0, count))
            {
                int end = at + newline;
                if (lineStart < at || _lineBytes > 0)
                {
                    AddCutLine<TMasks>(bytes, lineStart, end);
                }
                else if (end > lineStart)
                {
                    _longest = Math.Max(_longest, end - lineStart);
                    if (_marks.AreIn(lineStart - at, end - lineStart) || bytes[lineStart] == (byte)'{')
                    {
                        AddLine<TMasks>(bytes, lineStart, end, _marks.MayNameLevel(lineStart - at, end - lineStart));
                    }
                }

                lineStart = end + 1;
            }
        }

        Keep(bytes[lineStart..]);
    }

    // A line that began in an earlier piece is looked at where it is, one that began in earlier bytes has its beginning kept.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddCutLine<TMasks>(ReadOnlySpan<byte> bytes, int start, int end)
        where TMasks : struct, IBlockMasks
    {
        if (_lineBytes > 0)
        {
            Keep(bytes[start..end]);
            EndLine();
        }
        else
        {
            _longest = Math.Max(_longest, end - start);
            AddLine<TMasks>(bytes, start, end, mayNameLevel: true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddLine<TMasks>(ReadOnlySpan<byte> bytes, int start, int end, bool mayNameLevel)
        where TMasks : struct, IBlockMasks
    {
        int length = Math.Min(end - start, LineHeads.MaxBytes);
        if (bytes.Length - start >= length + LineHeads.Padding)
        {
            _heads.Add<TMasks>(bytes[start..], length, mayNameLevel);
        }
        else
        {
            Keep(bytes[start..end]);
            EndLine();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int taken = Math.Min(bytes.Length, LineHeads.MaxBytes - _headLength);
        bytes[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        _lineBytes += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EndLine()
    {
        _longest = Math.Max(_longest, _lineBytes);
        switch (_path)
        {
            case ScanPath.Vector512: _heads.Add<Vector512Masks>(_head, _headLength, mayNameLevel: true); break;
            case ScanPath.Vector256: _heads.Add<Vector256Masks>(_head, _headLength, mayNameLevel: true); break;
            case ScanPath.Vector128: _heads.Add<Vector128Masks>(_head, _headLength, mayNameLevel: true); break;
            default: _heads.Add<ScalarMasks>(_head, _headLength, mayNameLevel: true); break;
        }

        _headLength = 0;
        _lineBytes = 0;
    }
}
