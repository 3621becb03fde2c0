using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts.Events;

/// <summary>What the columns about events of a build are taken from.</summary>
internal sealed class EventSummary
{
    private readonly Dictionary<string, int> _messages = new(StringComparer.Ordinal);
    private readonly HashSet<string> _normalised = new(StringComparer.Ordinal);

    /// <summary>Gets the number of events.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the number of events of type <c>Warning</c>.</summary>
    public int Warnings { get; private set; }

    /// <summary>Gets the sum of the counts of those events that have one.</summary>
    public long Occurrences { get; private set; }

    public int UniqueMessages => _messages.Count;

    public int UniqueNormalised => _normalised.Count;

    /// <summary>Gets the most frequent message and its number, the first in ordinal order among equals; null without events.</summary>
    public KeyValuePair<string, int>? Top =>
        _messages.Count == 0 ? null : _messages.MinBy(m => (-m.Value, m.Key), TopFirst);

    private static Comparer<(int Negative, string Message)> TopFirst { get; } =
        Comparer<(int Negative, string Message)>.Create((a, b) => a.Negative != b.Negative ? a.Negative.CompareTo(b.Negative) : string.CompareOrdinal(a.Message, b.Message));

    public void Add(KubernetesEvent item, string normalised)
    {
        Count++;
        Warnings += IsWarning(item) ? 1 : 0;
        Occurrences += item.Count ?? 0;
        _messages[item.Message] = _messages.GetValueOrDefault(item.Message) + 1;
        _normalised.Add(normalised);
    }

    public static bool IsWarning(KubernetesEvent item) => item.Type == "Warning";
}
