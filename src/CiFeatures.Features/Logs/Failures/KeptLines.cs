namespace CiFeatures.Features.Logs.Failures;

/// <summary>Keeps lines up to a number of characters. When there are more, the first ones and the last ones stay: failures are explained where they
/// begin and where the build ends.</summary>
internal sealed class KeptLines(long maxChars)
{
    // What an object for a line costs besides its characters, in characters.
    private const int Overhead = 48;

    private readonly List<KeptLine> _first = [];
    private readonly Queue<KeptLine> _last = [];
    private readonly long _maxFirst = maxChars / 4;
    private readonly long _maxLast = maxChars - (maxChars / 4);
    private long _firstChars;
    private long _lastChars;

    /// <summary>How many lines that might have been reported were let go.</summary>
    public long Dropped { get; private set; }

    public void Add(KeptLine line)
    {
        long cost = line.Text.Length + Overhead;
        if (_last.Count == 0 && _firstChars + cost <= _maxFirst)
        {
            _first.Add(line);
            _firstChars += cost;
            return;
        }

        _last.Enqueue(line);
        _lastChars += cost;
        while (_lastChars > _maxLast && _last.Count > 1)
        {
            KeptLine old = _last.Dequeue();
            _lastChars -= old.Text.Length + Overhead;
            Dropped += old.IsCandidate ? 1 : 0;
        }
    }

    /// <summary>All that were kept, in the order of the log.</summary>
    public IEnumerable<KeptLine> All() => _first.Concat(_last);
}
