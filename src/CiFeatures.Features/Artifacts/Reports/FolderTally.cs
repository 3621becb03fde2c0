using CiFeatures.Core.Builds;

namespace CiFeatures.Features.Artifacts.Reports;

/// <summary>Counts what builds have in one folder.</summary>
internal sealed class FolderTally(string folder)
{
    private readonly Dictionary<int, long> _counts = [];
    private readonly Dictionary<string, long> _present = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string[] Names, long Builds)> _combinations = new(StringComparer.Ordinal);
    private long _builds;

    /// <summary>Adds a build; one whose folder nobody looked into (null) does not count.</summary>
    public void Add(IReadOnlyList<ListingEntry>? entries)
    {
        if (entries is null)
        {
            return;
        }

        _builds++;
        _counts[entries.Count] = _counts.GetValueOrDefault(entries.Count) + 1;
        string[] names = [.. entries.Select(e => e.DisplayName).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        // No name has a slash before its end, so two slashes part names without doubt.
        string key = string.Join("//", names);
        _combinations[key] = (names, _combinations.GetValueOrDefault(key).Builds + 1);
        foreach (string name in names)
        {
            _present[name] = _present.GetValueOrDefault(name) + 1;
        }
    }

    public FolderCompleteness Report(int added) => new(
        folder,
        _builds,
        [.. _counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => new EntryCount(c.Key + added, c.Value, Share(c.Value)))],
        [.. _combinations.OrderByDescending(c => c.Value.Builds).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new EntryCombination(c.Value.Names, c.Value.Builds, Share(c.Value.Builds)))],
        [.. _present.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Select(p => new EntryAbsence(p.Key, p.Value, _builds - p.Value, Share(_builds - p.Value)))]);

    private double Share(long builds) => (double)builds / _builds;
}
