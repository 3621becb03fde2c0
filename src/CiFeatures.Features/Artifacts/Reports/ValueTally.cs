namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>Counts values.</summary>
internal sealed class ValueTally
{
    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    public long Total { get; private set; }

    public void Add(string value)
    {
        Total++;
        _counts[value] = _counts.GetValueOrDefault(value) + 1;
    }

    /// <summary>Gives the values, the most frequent first, in ordinal order among equals.</summary>
    public IReadOnlyList<ValueCount> Counts() =>
        [.. _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new ValueCount(c.Key, c.Value, (double)c.Value / Total))];

    public MessageStatistics Statistics()
    {
        string? top = null;
        long most = 0;
        foreach ((string value, long count) in _counts)
        {
            if (count > most || (count == most && string.CompareOrdinal(value, top) < 0))
            {
                (top, most) = (value, count);
            }
        }

        return new MessageStatistics(Total, _counts.Count, top, top is null ? null : most);
    }
}
