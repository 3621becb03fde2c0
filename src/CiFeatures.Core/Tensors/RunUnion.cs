using System.Runtime.InteropServices;
using CiFeatures.Core.Grids;

namespace CiFeatures.Core.Tensors;

/// <summary>Identifies the runs of a grid and joins those of several grids.</summary>
internal static class RunUnion
{
    /// <summary>The identity of each column: build, time, and which of the columns with both equal it is, counted from the newest.</summary>
    public static TensorRun[] Columns(RunAxis runs)
    {
        Dictionary<(string, long), int> seen = new(runs.Count);
        TensorRun[] columns = new TensorRun[runs.Count];
        for (int c = 0; c < columns.Length; c++)
        {
            (string Build, long TimeMs) key = (runs.Builds[c], runs.TimesMs[c]);
            ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _);
            columns[c] = new TensorRun(key.Build, key.TimeMs, count);
            count++;
        }

        return columns;
    }

    /// <summary>
    /// All runs of all grids, each once, newest first. A single grid keeps its published order. Across grids, a run whose time is not
    /// known takes the time of its next newer neighbour, so that it stays where it was published.
    /// </summary>
    public static TensorRun[] Union(IReadOnlyList<TensorRun[]> grids)
    {
        if (grids.Count == 1)
        {
            return grids[0];
        }

        Dictionary<TensorRun, (long TimeMs, int Position)> places = [];
        foreach (TensorRun[] columns in grids)
        {
            long newer = long.MaxValue;
            for (int c = 0; c < columns.Length; c++)
            {
                newer = columns[c].TimeMs == 0 ? newer : columns[c].TimeMs;
                places.TryAdd(columns[c], (newer, c));
            }
        }

        return
        [
            .. places
                .OrderByDescending(place => place.Value.TimeMs)
                .ThenBy(place => place.Value.Position)
                .ThenBy(place => place.Key.Build, StringComparer.Ordinal)
                .ThenBy(place => place.Key.TimeMs)
                .ThenBy(place => place.Key.Occurrence)
                .Select(place => place.Key),
        ];
    }
}
