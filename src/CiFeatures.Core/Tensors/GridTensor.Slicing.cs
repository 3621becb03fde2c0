using CiFeatures.Core.Errors;

namespace CiFeatures.Core.Tensors;

/// <content>Parts of a tensor. Each is a tensor of its own with its own memory.</content>
public sealed partial class GridTensor
{
    /// <summary>A range of tests.</summary>
    /// <param name="range">The range on the test axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not fit the axis.</exception>
    public GridTensor SliceTests(Range range) => Take(All(Snapshots.Count), Indices(range, Tests.Count), All(Runs.Count));

    /// <summary>Tests by name, in the axis' order.</summary>
    /// <param name="names">Names as they stand in <see cref="Tests"/>; naming one twice changes nothing.</param>
    /// <exception cref="CiFeaturesException">CIF1314: a name is not on the axis.</exception>
    public GridTensor SliceTests(IEnumerable<string> names)
    {
        SortedSet<int> indices = [];
        foreach (string name in names)
        {
            int index = IndexOfTest(name);
            if (index < 0)
            {
                TensorErrors.ThrowUnknownName("test", name);
            }

            indices.Add(index);
        }

        return Take(All(Snapshots.Count), [.. indices], All(Runs.Count));
    }

    /// <summary>A range of runs; 0 is the newest.</summary>
    /// <param name="range">The range on the run axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not fit the axis.</exception>
    public GridTensor SliceRuns(Range range) => Take(All(Snapshots.Count), All(Tests.Count), Indices(range, Runs.Count));

    /// <summary>The runs that started in a time window. Runs whose start is not known (0) are never in it.</summary>
    /// <param name="from">Start of the window, inclusive.</param>
    /// <param name="to">End of the window, exclusive.</param>
    public GridTensor SliceTime(DateTimeOffset from, DateTimeOffset to)
    {
        long fromMs = from.ToUnixTimeMilliseconds();
        long toMs = to.ToUnixTimeMilliseconds();
        int[] inside = [.. Enumerable.Range(0, Runs.Count).Where(r => Runs[r].TimeMs != 0 && Runs[r].TimeMs >= fromMs && Runs[r].TimeMs < toMs)];
        return Take(All(Snapshots.Count), All(Tests.Count), inside);
    }

    /// <summary>One snapshot; the other axes stay as they are, so that slices of one tensor fit each other.</summary>
    /// <param name="snapshot">The snapshot's index.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such snapshot.</exception>
    public GridTensor SliceSnapshot(int snapshot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(snapshot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(snapshot, Snapshots.Count);
        return Take([snapshot], All(Tests.Count), All(Runs.Count));
    }

    /// <summary>One snapshot by its id.</summary>
    /// <param name="id">The snapshot's id.</param>
    /// <exception cref="CiFeaturesException">CIF1314: there is no such snapshot.</exception>
    public GridTensor SliceSnapshot(string id)
    {
        for (int s = 0; s < Snapshots.Count; s++)
        {
            if (Snapshots[s] == id)
            {
                return SliceSnapshot(s);
            }
        }

        TensorErrors.ThrowUnknownName("snapshot", id);
        return this;
    }

    private static int[] All(int count) => [.. Enumerable.Range(0, count)];

    private static int[] Indices(Range range, int count)
    {
        (int offset, int length) = range.GetOffsetAndLength(count);
        return [.. Enumerable.Range(offset, length)];
    }

    private GridTensor Take(int[] snapshots, int[] tests, int[] runs)
    {
        sbyte[] status = new sbyte[snapshots.Length * tests.Length * runs.Length];
        float[]? durations = _durationMinutes is null ? null : new float[status.Length];
        int at = 0;
        foreach (int s in snapshots)
        {
            foreach (int t in tests)
            {
                ReadOnlySpan<sbyte> row = Row(s, t);
                ReadOnlySpan<float> minutes = RowDurationMinutes(s, t);
                foreach (int r in runs)
                {
                    status[at] = row[r];
                    if (durations is not null)
                    {
                        durations[at] = minutes[r];
                    }

                    at++;
                }
            }
        }

        return new GridTensor(
            [.. snapshots.Select(s => Snapshots[s])], [.. tests.Select(t => Tests[t])], [.. runs.Select(r => Runs[r])], status, durations);
    }
}
