namespace CiFeatures.Collection.Http;

/// <summary>
/// The body of an answer as it comes. Who waits for long without enough of it has waited in vain: the deadline is put off with every
/// <see cref="EnoughBytes"/>, so that a body may take as long as it is long and no longer.
/// </summary>
/// <param name="inner">The body.</param>
/// <param name="url">The address, for errors.</param>
/// <param name="deadline">When it is too late.</param>
/// <param name="transferred">Told the length of each piece.</param>
internal sealed class WatchedStream(Stream inner, Uri url, Deadline deadline, Action<int> transferred) : Stream
{
    /// <summary>So many bytes have to come within the time of one request.</summary>
    public const int EnoughBytes = 64 * 1024;

    private int _sincePutOff;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            int read = await inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            transferred(read);
            _sincePutOff += read;
            if (_sincePutOff >= EnoughBytes)
            {
                _sincePutOff = 0;
                deadline.PutOff();
            }

            return read;
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            deadline.Caller.ThrowIfCancellationRequested();
            throw deadline.Failure(url, e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            deadline.Dispose();
        }

        base.Dispose(disposing);
    }
}
