using System.IO.Compression;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>
/// The contents of a gzip file, which may have several members, within a limit; a file that is cut or ends in something else is an error at its
/// end.
/// </summary>
/// <remarks>
/// The framework's stream does not say whether the last member was whole. So another small member is put behind the file: only where the file was
/// whole its contents come out at the end, and they are taken off again.
/// </remarks>
internal sealed class UnpackedStream : Stream
{
    private static readonly byte[] Seal = "\u0001end of file\u0002"u8.ToArray();
    private readonly GZipStream _unpacked;
    private readonly long _maxBytes;
    private readonly byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private long _total;
    private bool _ended;

    /// <summary>Begins to decompress.</summary>
    /// <param name="packed">The file; disposed of with this.</param>
    /// <param name="maxBytes">The most bytes that come out.</param>
    public UnpackedStream(Stream packed, long maxBytes)
    {
        _unpacked = new GZipStream(new SealedStream(packed, Member()), CompressionMode.Decompress);
        _maxBytes = maxBytes;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= Seal.Length && !_ended)
        {
            Fill();
        }

        int give = Math.Min(buffer.Length, _end - _start - Seal.Length);
        if (give <= 0)
        {
            return 0;
        }

        _buffer.AsSpan(_start, give).CopyTo(buffer);
        _start += give;
        return give;
    }

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
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Member()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Seal);
        }

        return packed.ToArray();
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int read;
        try
        {
            read = _unpacked.Read(_buffer, _end, _buffer.Length - _end);
        }
        catch (InvalidDataException e)
        {
            throw ProwErrors.Damaged($"it is no gzip, or broken after {Math.Max(0, _total - Seal.Length)} decompressed bytes.", e);
        }

        _end += read;
        _total += read;
        if (_total - Seal.Length > _maxBytes)
        {
            throw ProwErrors.TooLongUnpacked(_maxBytes);
        }

        if (read == 0)
        {
            _ended = true;
            if (!_buffer.AsSpan(0, _end).SequenceEqual(Seal))
            {
                throw ProwErrors.Damaged($"it ends early, or in something else, after {_total} decompressed bytes.");
            }
        }
    }

    /// <summary>A file with something behind it.</summary>
    private sealed class SealedStream(Stream file, byte[] seal) : Stream
    {
        private int _given;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (file.Read(buffer) is > 0 and int read)
            {
                return read;
            }

            int give = Math.Min(buffer.Length, seal.Length - _given);
            seal.AsSpan(_given, give).CopyTo(buffer);
            _given += give;
            return give;
        }

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
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
