using System.Collections;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Import;

/// <summary>Counts what a decoder reports and keeps the first of it, so that a bad answer cannot fill the memory. Safe to add to from several threads.</summary>
internal sealed class IssueTally : ICollection<DecodeIssue>
{
    private readonly Lock _lock = new();
    private readonly List<DecodeIssue> _kept = [];

    public IReadOnlyList<DecodeIssue> Kept => _kept;

    public int Count { get; private set; }

    public bool IsReadOnly => false;

    public void Add(DecodeIssue item)
    {
        lock (_lock)
        {
            Count++;
            if (_kept.Count < ImportResult.MaxIssues)
            {
                _kept.Add(item);
            }
        }
    }

    public void Clear() => throw new NotSupportedException();

    public bool Contains(DecodeIssue item) => _kept.Contains(item);

    public void CopyTo(DecodeIssue[] array, int arrayIndex) => _kept.CopyTo(array, arrayIndex);

    public bool Remove(DecodeIssue item) => throw new NotSupportedException();

    public IEnumerator<DecodeIssue> GetEnumerator() => _kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
