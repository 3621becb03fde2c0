using System.Collections;

namespace CiFeatures.Decoding.Json;

/// <summary>A list of texts most of which are empty: only the others take memory (messages and short texts are empty in 19 of 20 cells).</summary>
internal sealed class SparseTexts : ITextSink, IReadOnlyList<string>
{
    private readonly List<int> _indices = [];
    private readonly List<string> _texts = [];

    /// <inheritdoc/>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public string this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            int found = _indices.BinarySearch(index);
            return found < 0 ? "" : _texts[found];
        }
    }

    /// <summary>Whether no entry has a text.</summary>
    public bool IsBlank => _texts.Count == 0;

    public void AddEmpty() => Count++;

    public void Add(string text)
    {
        if (text.Length > 0)
        {
            _indices.Add(Count);
            _texts.Add(text);
        }

        Count++;
    }

    /// <summary>Drops all entries from a position on.</summary>
    /// <param name="count">How many to keep.</param>
    public void CutTo(int count)
    {
        if (count >= Count)
        {
            return;
        }

        Count = count;
        int found = _indices.BinarySearch(count);
        int keep = found < 0 ? ~found : found;
        _indices.RemoveRange(keep, _indices.Count - keep);
        _texts.RemoveRange(keep, _texts.Count - keep);
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator()
    {
        int next = 0;
        for (int i = 0; i < Count; i++)
        {
            yield return next < _indices.Count && _indices[next] == i ? _texts[next++] : "";
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
