using System.Text.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads JSON token by token from a stream, holding one buffer that has room for the longest token.</summary>
internal sealed class JsonChunks
{
    private const int FirstBytes = 64 * 1024;

    private readonly Stream _stream;
    private readonly long _maxBytes;
    private readonly int _maxTokenBytes;
    private byte[] _buffer = new byte[FirstBytes];
    private int _end;
    private long _taken;
    private bool _ended;

    /// <summary>Starts to read.</summary>
    /// <param name="stream">Plain JSON. Not disposed.</param>
    /// <param name="maxBytes">How many bytes there may be.</param>
    /// <param name="maxTokenBytes">How long a single text or number may be, with its escapes.</param>
    public JsonChunks(Stream stream, long maxBytes, int maxTokenBytes)
    {
        _stream = stream;
        _maxBytes = maxBytes;
        _maxTokenBytes = maxTokenBytes;
    }

    /// <summary>Gets one token; the byte is where it starts.</summary>
    /// <param name="json">Stands on the token.</param>
    /// <param name="position">The byte where the token starts.</param>
    public delegate void Sink(ref readonly Utf8JsonReader json, long position);

    /// <summary>The byte near which reading is.</summary>
    public long Position { get; private set; }

    /// <summary>Whether reading ended because there are more bytes, or a longer token, than allowed.</summary>
    public string? TooLarge { get; private set; }

    /// <summary>Reads to the end.</summary>
    /// <param name="maxDepth">How deep arrays and objects may lie in each other.</param>
    /// <param name="sink">Gets each token.</param>
    /// <exception cref="JsonException">The JSON is damaged, ends early, or is too deep.</exception>
    public void Run(int maxDepth, Sink sink)
    {
        JsonReaderState state = new(new JsonReaderOptions { MaxDepth = maxDepth });
        Fill();
        SkipMark();
        while (TooLarge is null)
        {
            Utf8JsonReader json = new(_buffer.AsSpan(0, _end), _ended, state);
            while (json.Read())
            {
                Position = _taken + json.TokenStartIndex;
                sink(in json, Position);
            }

            if (_ended)
            {
                return;
            }

            state = json.CurrentState;
            Move((int)json.BytesConsumed);
            Fill();
        }
    }

    private void Move(int consumed)
    {
        _buffer.AsSpan(consumed, _end - consumed).CopyTo(_buffer);
        _end -= consumed;
        _taken += consumed;
        Position = _taken;
        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= _maxTokenBytes)
        {
            TooLarge = $"A single value has more than {_maxTokenBytes} bytes.";
            return;
        }

        Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, _maxTokenBytes));
    }

    private void Fill()
    {
        int room = _buffer.Length - _end;
        if (room == 0)
        {
            return;
        }

        int read = _stream.ReadAtLeast(_buffer.AsSpan(_end), room, throwOnEndOfStream: false);
        _end += read;
        _ended = read < room;
        if (_taken + _end > _maxBytes)
        {
            TooLarge = $"The file has more bytes than the limit DecodeLimits.{nameof(DecodeLimits.MaxEventListBytes)}, {_maxBytes}.";
        }
    }

    private void SkipMark()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (_buffer.AsSpan(0, _end).StartsWith(mark))
        {
            Move(mark.Length);
        }
    }
}
