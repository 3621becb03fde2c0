using CiFeatures.Core.Grids;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Core.Tensors;

/// <summary>Small grids made for tests.</summary>
internal static class TestGrids
{
    public static readonly JobKey Key = new("dash", "job");

    /// <summary>Grids with distinct names and any status codes, each with a permutation of its rows.</summary>
    public static Arbitrary<PermutedGrid> Permuted()
    {
        Gen<PermutedGrid> gen =
            from tests in Gen.Choose(0, 7)
            from runs in Gen.Choose(0, 14)
            from cells in Gen.Frequency(
                (4, Gen.Choose(0, 1)), (3, Gen.Constant(12)), (1, Gen.Constant(13)), (1, Gen.Choose(0, 15))).ArrayOf(tests * runs)
            from gaps in Gen.Choose(0, 5000).ArrayOf(runs)
            from builds in Gen.Choose(0, 3).ArrayOf(runs)
            from withDurations in Gen.Choose(0, 1).ArrayOf(tests)
            from order in Gen.Shuffle(Enumerable.Range(0, tests).ToArray())
            select new PermutedGrid(Make(tests, runs, cells, gaps, builds, withDurations), order);
        return gen.ToArbitrary();
    }

    public static JobGrid Grid(string[] builds, long[] times, params (string Name, byte[] Cells)[] rows) => new(
        Key,
        new GridInfo(),
        [.. rows.Select(row => new TestRow { Name = row.Name })],
        new RunAxis(builds, times, [], []),
        [.. rows.SelectMany(row => row.Cells)]);

    public static JobGrid Permute(JobGrid grid, int[] order) => new(
        grid.Key, grid.Info, [.. order.Select(t => grid.Tests[t])], grid.Runs, [.. order.SelectMany(t => grid.Row(t).ToArray())]);

    private static JobGrid Make(int tests, int runs, int[] cells, int[] gaps, int[] builds, int[] withDurations)
    {
        long[] times = new long[runs];
        long time = 1_600_000_000_000;
        for (int c = 0; c < runs; c++)
        {
            // Gaps of 0 make columns of equal time; now and then the time is not known.
            time -= gaps[c] < 1000 ? 0 : gaps[c];
            times[c] = gaps[c] % 7 == 3 ? 0 : time;
        }

        TestRow[] rows = [.. Enumerable.Range(0, tests).Select(t => new TestRow
        {
            Name = $"test {(t * 5) % 11}",
            Messages = [.. Enumerable.Range(0, runs).Select(m => m % 3 == 0 ? $"m{m}" : $"message {t} {m}")],
            DurationMinutes = withDurations[t] == 0 ? null : [.. Enumerable.Range(0, runs).Select(r => (r + t) % 4 == 0 ? float.NaN : r + (t / 8f))],
        })];
        return new JobGrid(Key, new GridInfo(), rows, new RunAxis([.. builds.Select(b => b == 0 ? "" : $"{b}")], times, [], []), [.. cells.Select(c => (byte)c)]);
    }
}

internal sealed record PermutedGrid(JobGrid Grid, int[] Order)
{
    public JobGrid Shuffled => TestGrids.Permute(Grid, Order);

    public override string ToString() =>
        $"{Grid.Tests.Count}x{Grid.Runs.Count} [{Convert.ToHexString(Grid.Statuses)}] builds {string.Join(',', Grid.Runs.Builds)} times {string.Join(',', Grid.Runs.TimesMs.ToArray())} order {string.Join(',', Order)}";
}
