namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>A beginning, and then the same piece for as long as somebody reads.</summary>
internal sealed class RepeatingStream(ReadOnlySpan<byte> start, ReadOnlySpan<byte> piece) : Stream
{
    private readonly byte[] _piece = piece.ToArray();
    private readonly byte[] _start = start.ToArray();
    private long _position;
    private long _end = long.MaxValue;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>The same stream with an end.</summary>
    public RepeatingStream Limited(long bytes)
    {
        _end = bytes;
        return this;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int read = (int)Math.Min(count, _end - _position);
        for (int i = 0; i < read; i++, _position++)
        {
            buffer[offset + i] = _position < _start.Length ? _start[_position] : _piece[(_position - _start.Length) % _piece.Length];
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
