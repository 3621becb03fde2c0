using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CiFeatures.Decoding.Prow;

/// <summary>
/// The characters of an XML file, made fit for an XML reader: bytes that are not UTF-8 and characters that XML does not allow become U+FFFD. Logs end up in
/// JUnit files with their control characters, and one of them must not cost all test cases.
/// </summary>
/// <remarks>UTF-8 unless the file begins like UTF-16 or its declaration says Latin-1. Holds one buffer.</remarks>
internal sealed class XmlCharacters : TextReader
{
    private const int BufferBytes = 32 * 1024;
    private const int DeclarationBytes = 200;

    private readonly Stream _stream;
    private readonly long _maxBytes;
    private readonly byte[] _bytes = new byte[BufferBytes];
    private readonly char[] _chars = new char[BufferBytes];
    private readonly Decoder? _other;
    private int _start;
    private int _end;
    private int _next;
    private int _filled;
    private bool _ended;

    /// <summary>Starts to read; the first bytes decide the encoding.</summary>
    /// <param name="stream">The file's bytes, plain. Not disposed.</param>
    /// <param name="maxBytes">How many there may be.</param>
    public XmlCharacters(Stream stream, long maxBytes)
    {
        _stream = stream;
        _maxBytes = maxBytes;
        Fill();
        _other = DecoderOf(_bytes.AsSpan(0, _end), out int mark);
        _start = mark;
    }

    /// <summary>The bytes that were taken from the stream.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Whether there are more bytes than allowed; what is beyond is not read.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>How many characters were replaced.</summary>
    public long Replaced { get; private set; }

    /// <summary>The byte near which the first character was replaced; -1 when none was.</summary>
    public long FirstReplaced { get; private set; } = -1;

    /// <inheritdoc/>
    public override int Peek() => _next < _filled || Decode() ? _chars[_next] : -1;

    /// <inheritdoc/>
    public override int Read() => _next < _filled || Decode() ? _chars[_next++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override int Read(Span<char> buffer)
    {
        if (buffer.IsEmpty || (_next == _filled && !Decode()))
        {
            return 0;
        }

        int taken = Math.Min(buffer.Length, _filled - _next);
        _chars.AsSpan(_next, taken).CopyTo(buffer);
        _next += taken;
        return taken;
    }

    private bool Decode()
    {
        _next = 0;
        _filled = 0;
        while (_filled == 0)
        {
            if (_end - _start < 4 && !_ended)
            {
                Fill();
            }

            if (_start == _end && _ended)
            {
                return false;
            }

            if (_other is null)
            {
                DecodeUtf8();
            }
            else
            {
                _other.Convert(_bytes.AsSpan(_start, _end - _start), _chars, _ended, out int used, out _filled, out _);
                _start += used;
            }
        }

        ReplaceControls(_chars.AsSpan(0, _filled));
        return true;
    }

    private void DecodeUtf8()
    {
        ReadOnlySpan<byte> rest = _bytes.AsSpan(_start, _end - _start);
        OperationStatus status = Utf8.ToUtf16(rest, _chars, out int used, out _filled, replaceInvalidSequences: false, isFinalBlock: _ended);
        _start += used;
        if (_filled > 0 || status == OperationStatus.Done)
        {
            return;
        }

        if (status == OperationStatus.InvalidData)
        {
            Rune.DecodeFromUtf8(rest, out _, out int invalid);
            _start += Math.Max(1, invalid);
            _chars[0] = '\uFFFD';
            _filled = 1;
            Note();
        }
        else if (!_ended)
        {
            Fill();
        }
    }

    private void ReplaceControls(Span<char> chars)
    {
        for (int i = 0; i < chars.Length; i++)
        {
            char c = chars[i];
            if (c is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF')
            {
                chars[i] = '\uFFFD';
                Note();
            }
        }
    }

    private void Note()
    {
        if (Replaced++ == 0)
        {
            FirstReplaced = BytesRead - (_end - _start);
        }
    }

    private void Fill()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        _end -= _start;
        _start = 0;
        int room = (int)Math.Min(_bytes.Length - _end, _maxBytes - BytesRead);
        int read = room == 0 ? 0 : _stream.ReadAtLeast(_bytes.AsSpan(_end, room), room, throwOnEndOfStream: false);
        _end += read;
        BytesRead += read;
        if (BytesRead == _maxBytes && _stream.ReadByte() >= 0)
        {
            IsTooLong = true;
        }

        _ended = read < _bytes.Length - (_end - read) || IsTooLong;
    }

    private static Decoder? DecoderOf(ReadOnlySpan<byte> start, out int mark)
    {
        mark = 0;
        if (start is [0xEF, 0xBB, 0xBF, ..])
        {
            mark = 3;
            return null;
        }

        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            mark = 2;
            return (start[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetDecoder();
        }

        // Every other encoding that is declared is read as UTF-8, which is what files hold that say "utf8", "us-ascii" or nothing.
        string declaration = Encoding.ASCII.GetString(start[..Math.Min(start.Length, DeclarationBytes)]);
        int end = declaration.IndexOf("?>", StringComparison.Ordinal);
        return end > 0 && declaration.StartsWith("<?xml", StringComparison.Ordinal)
            && declaration[..end].Contains("iso-8859-1", StringComparison.OrdinalIgnoreCase)
            ? Encoding.Latin1.GetDecoder()
            : null;
    }
}
