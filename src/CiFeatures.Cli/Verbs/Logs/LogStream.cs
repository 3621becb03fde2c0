using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The decompressed bytes of a log; what goes wrong while reading says which log it was.</summary>
internal sealed class LogStream(Stream source, string place, SafeFileHandle? plainFile = null) : Stream
{
    private long _given;

    /// <summary>Gets the file that the bytes come from as they are, where they come from one whose length is known; null otherwise.</summary>
    public SafeFileHandle? PlainFile { get; } = plainFile;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = source.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw LogErrors.Damaged(place, _given, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotRead(place, error);
        }

        _given += read;
        return read;
    }

    /// <summary>Does something with <see cref="PlainFile"/>; what goes wrong says which log it was.</summary>
    public T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (Cause(error) is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotRead(place, Cause(error));
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static Exception Cause(Exception error) => error is AggregateException { InnerException: { } first } ? first : error;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }
}
