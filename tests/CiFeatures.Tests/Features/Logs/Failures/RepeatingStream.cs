namespace CiFeatures.Tests.Features.Logs.Failures;

/// <summary>The same byte many times, then an end, without having them in memory.</summary>
internal sealed class RepeatingStream(byte value, long length, byte[]? end = null) : Stream
{
    private readonly byte[] _end = end ?? [];
    private long _given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        int given = 0;
        if (_given < length)
        {
            given = (int)Math.Min(count, length - _given);
            buffer.AsSpan(offset, given).Fill(value);
        }
        else
        {
            given = (int)Math.Min(count, length + _end.Length - _given);
            _end.AsSpan((int)(_given - length), given).CopyTo(buffer.AsSpan(offset));
        }

        _given += given;
        return given;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
