using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>
/// A stored body as a stream that checks, when its end is reached, that it was the body of the manifest. Who stops before the end has
/// read bytes that nobody vouches for. Holds a buffer only.
/// </summary>
internal sealed class VerifiedStream : Stream
{
    private readonly Stream _body;
    private readonly SnapshotFile _entry;
    private readonly string _path;
    private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private ExceptionDispatchInfo? _fault;
    private long _total;
    private bool _ended;

    /// <summary>Starts to read.</summary>
    /// <param name="body">The bytes after content decoding; disposed with this.</param>
    /// <param name="entry">What the manifest says about them.</param>
    /// <param name="path">The file, for errors.</param>
    public VerifiedStream(Stream body, SnapshotFile entry, string path)
    {
        _body = body;
        _entry = entry;
        _path = path;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>The manifest's length, which the end of reading checks.</summary>
    public override long Length => _entry.Bytes;

    /// <inheritdoc/>
    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="CiFeaturesException">The bytes are not those of the manifest (CIF1209); thrown at the end at the latest, and again at every reading after it.</exception>
    public override int Read(Span<byte> buffer)
    {
        _fault?.Throw();
        if (_ended || buffer.IsEmpty)
        {
            return 0;
        }

        try
        {
            return ReadNext(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or CiFeaturesException)
        {
            _fault = ExceptionDispatchInfo.Capture(e switch
            {
                CiFeaturesException known => known,
                InvalidDataException => CollectionErrors.Damaged(_path, $"it cannot be decompressed ({e.Message})", e),
                _ => CollectionErrors.Damaged(_path, $"it cannot be read ({e.Message})", e),
            });
            _fault.Throw();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Reads what is left, so that it is checked.</summary>
    public void Drain()
    {
        Span<byte> buffer = new byte[16 * 1024];
        while (Read(buffer) > 0)
        {
            // The reading is the checking.
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _body.Dispose();
            _sha.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadNext(Span<byte> buffer)
    {
        int read = _body.Read(buffer);
        if (read == 0)
        {
            CheckEnd();
            _ended = true;
            return 0;
        }

        if (read > _entry.Bytes - _total)
        {
            throw CollectionErrors.Damaged(_path, $"it goes on after {_entry.Bytes} bytes.");
        }

        _total += read;
        _sha.AppendData(buffer[..read]);
        return read;
    }

    private void CheckEnd()
    {
        if (_total != _entry.Bytes)
        {
            throw CollectionErrors.Damaged(_path, $"it ends after {_total} of {_entry.Bytes} bytes.");
        }

        string hash = Convert.ToHexStringLower(_sha.GetHashAndReset());
        if (!string.Equals(hash, _entry.Sha256, StringComparison.Ordinal))
        {
            throw CollectionErrors.Damaged(_path, $"its SHA-256 is {hash}, the manifest has {_entry.Sha256}.");
        }
    }
}
