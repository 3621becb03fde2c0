namespace CiFeatures.Core.Grids;

public sealed partial class JobGrid
{
    /// <summary>The grid without what a service left in it when it made it smaller (<see cref="GridInfo.Truncations"/>).</summary>
    /// <returns>This grid when there is nothing of that kind. What the service cut off stays lost: the grid is then shorter than the job's history.</returns>
    /// <remarks>
    /// Call it before anything is counted or learned: the marks look like results. A cut oldest run is dropped, and so are rows that are not tests.
    /// The marks themselves stay in <see cref="GridInfo.Truncations"/>, with −1 for the run or test that is gone.
    /// </remarks>
    public JobGrid WithoutTruncationArtefacts()
    {
        HashSet<int> tests = [.. Info.Truncations.Select(t => t.Test)];
        HashSet<int> runs = [.. Info.Truncations.Select(t => t.Run)];
        int[] keptTests = [.. Enumerable.Range(0, Tests.Count).Where(t => !tests.Contains(t))];
        int[] keptRuns = [.. Enumerable.Range(0, Runs.Count).Where(r => !runs.Contains(r))];
        return keptTests.Length == Tests.Count && keptRuns.Length == Runs.Count ? this : Select(keptTests, keptRuns);
    }

    /// <summary>A grid of some tests and runs of this one; lists that go with cells, runs or rows are cut to fit.</summary>
    /// <param name="tests">The rows to keep, in the order they shall have.</param>
    /// <param name="runs">The runs to keep, ascending.</param>
    /// <exception cref="ArgumentException">A row or run does not exist, or the runs are not ascending.</exception>
    public JobGrid Select(IReadOnlyList<int> tests, IReadOnlyList<int> runs)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            if (runs[i] < 0 || runs[i] >= Runs.Count || (i > 0 && runs[i] <= runs[i - 1]))
            {
                throw new ArgumentException($"Run {runs[i]} at place {i} does not exist or is not ascending.", nameof(runs));
            }
        }

        if (tests.Any(t => t < 0 || t >= Tests.Count))
        {
            throw new ArgumentException("A row does not exist.", nameof(tests));
        }

        bool allRuns = runs.Count == Runs.Count;
        byte[] statuses = new byte[(long)tests.Count * runs.Count];
        TestRow[] rows = new TestRow[tests.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<byte> from = Row(tests[i]);
            Span<byte> to = statuses.AsSpan(checked(i * runs.Count), runs.Count);
            for (int r = 0; r < to.Length; r++)
            {
                to[r] = from[runs[r]];
            }

            rows[i] = allRuns ? Tests[tests[i]] : RowSelection.Of(Tests[tests[i]], from, runs);
        }

        return new(Key, InfoOf(tests, runs), rows, allRuns ? Runs : RunsOf(runs), statuses);
    }

    private RunAxis RunsOf(IReadOnlyList<int> runs)
    {
        string[] builds = [.. runs.Select(r => Runs.Builds[r])];
        long[] times = [.. runs.Select(r => Runs.TimesMs[r])];
        return new(builds, times, Runs.HeaderNames, [.. Runs.Headers.Select(h => runs.Select(r => h[r]).ToArray())]);
    }

    private GridInfo InfoOf(IReadOnlyList<int> tests, IReadOnlyList<int> runs)
    {
        GridInfo info = Info;
        if (info.ColumnIds.ValueOrDefault() is { } ids && ids.Count == Runs.Count)
        {
            info = info with { ColumnIds = Published<IReadOnlyList<string>>.Of([.. runs.Select(r => ids[r])]) };
        }

        return info with { Truncations = [.. info.Truncations.Select(t => t with { Test = Place(tests, t.Test), Run = Place(runs, t.Run) })] };
    }

    private static int Place(IReadOnlyList<int> kept, int index)
    {
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i] == index)
            {
                return i;
            }
        }

        return -1;
    }
}
