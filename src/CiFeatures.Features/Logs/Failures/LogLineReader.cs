using System.Buffers;

namespace CiFeatures.Features.Logs.Failures;

/// <summary>Cuts a stream into lines that end with <c>\n</c>, <c>\r\n</c>, a lone <c>\r</c> or the stream. Of a line that is very long only
/// the start is kept, so that memory does not grow with it.</summary>
internal sealed class LogLineReader(Stream stream, int maxLineBytes) : IDisposable
{
    private const int ChunkBytes = 1 << 17;

    private readonly byte[] _chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
    private readonly byte[] _kept = ArrayPool<byte>.Shared.Rent(maxLineBytes);
    private int _start;
    private int _end;
    private bool _afterCarriageReturn;

    /// <summary>Number of the line that <see cref="TryRead"/> gave last, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Gives the next line without its end.</summary>
    /// <param name="line">The bytes, at most as many as are kept of a line; valid until the next call.</param>
    /// <returns>False when there is no further line. What follows the last line end is a line only if it has a byte.</returns>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        int kept = 0;
        bool any = false;
        while (Fill())
        {
            ReadOnlySpan<byte> rest = _chunk.AsSpan(_start, _end - _start);
            if (_afterCarriageReturn)
            {
                _afterCarriageReturn = false;
                if (rest[0] == '\n')
                {
                    _start++;
                    continue;
                }
            }

            any = true;
            int end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            ReadOnlySpan<byte> piece = end < 0 ? rest : rest[..end];
            if (end >= 0)
            {
                _start += end + 1;
                _afterCarriageReturn = rest[end] == '\r';
                Number++;
                line = kept == 0 ? piece[..Math.Min(piece.Length, maxLineBytes)] : Joined(piece, ref kept);
                return true;
            }

            _start = _end;
            _ = Joined(piece, ref kept);
        }

        line = _kept.AsSpan(0, kept);
        Number += any ? 1 : 0;
        return any;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_chunk);
        ArrayPool<byte>.Shared.Return(_kept);
    }

    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> piece, scoped ref int kept)
    {
        int taken = Math.Min(piece.Length, maxLineBytes - kept);
        piece[..taken].CopyTo(_kept.AsSpan(kept));
        kept += taken;
        return _kept.AsSpan(0, kept);
    }

    private bool Fill()
    {
        if (_start < _end)
        {
            return true;
        }

        _start = 0;
        _end = stream.Read(_chunk, 0, ChunkBytes);
        return _end > 0;
    }
}
