using System.IO.Pipelines;

namespace CiFeatures.GoogleCloud;

/// <summary>
/// Turns a download that writes into a stream into a stream that is read, with a bounded buffer between them. When nothing is written for too long,
/// the download is given up; time in which the reader is busy does not count.
/// </summary>
internal sealed class MediaPipe : Stream
{
    private const int BufferBytes = 1 << 20;
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: BufferBytes, resumeWriterThreshold: BufferBytes / 2, useSynchronizationContext: false));
    private readonly CancellationTokenSource _giveUp;
    private readonly TimeSpan _patience;
    private readonly MediaWatch _watch;

    public MediaPipe(TimeSpan patience, MediaWatch watch, CancellationTokenSource giveUp)
    {
        (_patience, _watch, _giveUp) = (patience, watch, giveUp);
        _giveUp.CancelAfter(patience);
    }

    /// <summary>What is read.</summary>
    public Stream Reader => _pipe.Reader.AsStream();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Says that the download is over.</summary>
    /// <param name="error">Why it broke; null at its good end.</param>
    public void Complete(Exception? error) =>
        _pipe.Writer.Complete(error is null ? null : new IOException(error is OperationCanceledException ? "Nothing came for too long." : error.Message, error));

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _watch.Count(buffer.Length);
        _giveUp.CancelAfter(Timeout.InfiniteTimeSpan);
        await _pipe.Writer.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        _giveUp.CancelAfter(_patience);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => WriteAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
        // Whoever reads is told of every write.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
