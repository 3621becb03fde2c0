using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Reporting;

/// <summary>Small grids made for the tests of pictures.</summary>
internal static class SampleGrids
{
    public const long NewestMs = 1_627_430_400_000; // 2021-07-28 00:00 UTC

    private const long StepMs = 7 * 3_600_000;

    /// <summary>Every row is a string with one sign for each run, newest first: P F L(flaky) R U and a blank.</summary>
    public static JobGrid Of(params (string Name, string Cells)[] rows) => Of(new GridInfo(), rows);

    public static JobGrid Of(GridInfo info, params (string Name, string Cells)[] rows)
    {
        int runs = rows.Length == 0 ? 0 : rows[0].Cells.Length;
        return new JobGrid(
            new JobKey("dashboard", "job"),
            info,
            [.. rows.Select(r => new TestRow { Name = r.Name })],
            Axis(runs),
            [.. rows.SelectMany(r => r.Cells.Select(Code))]);
    }

    /// <summary>A grid of seeded chance in which every status code occurs.</summary>
    public static JobGrid Chance(int tests, int runs, int seed)
    {
        var random = new Random(seed);
        byte[] cells = new byte[tests * runs];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = i > 0 && random.Next(4) > 0 ? cells[i - 1] : (byte)random.Next(CellStatuses.Count);
        }

        return new JobGrid(
            new JobKey("dashboard", "job"),
            new GridInfo(),
            [.. Enumerable.Range(0, tests).Select(i => new TestRow { Name = $"[sig-{i % 5}] test {i}", Alert = i % 7 == 0 ? new RowAlert() : null })],
            Axis(runs),
            cells);
    }

    public static JobGrid WithDurations(string cells, float[]? minutes, long[]? timesMs = null) =>
        new(
            new JobKey("dashboard", "job"),
            new GridInfo(),
            [new TestRow { Name = "Overall", DurationMinutes = minutes }],
            new RunAxis([.. cells.Select((_, i) => $"{1000 - i}")], timesMs ?? Times(cells.Length), [], []),
            [.. cells.Select(Code)]);

    public static long[] Times(int runs) => [.. Enumerable.Range(0, runs).Select(i => NewestMs - (i * StepMs))];

    private static RunAxis Axis(int runs) => new([.. Enumerable.Range(0, runs).Select(i => $"{1000 - i}")], Times(runs), [], []);

    private static byte Code(char sign) => (byte)(sign switch
    {
        'P' => CellStatus.Pass,
        'F' => CellStatus.Fail,
        'L' => CellStatus.Flaky,
        'R' => CellStatus.Running,
        'U' => CellStatus.Unknown,
        _ => CellStatus.NoResult,
    });
}
