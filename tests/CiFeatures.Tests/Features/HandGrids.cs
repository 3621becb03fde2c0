using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Features;

/// <summary>Grids written by hand: P pass, F fail, K flaky, R running, U unknown, any other sign blank; newest run first.</summary>
internal static class HandGrids
{
    public const long Hour = 3_600_000;
    public const long Newest = 1_620_000_000_000;

    public static byte Code(char letter) => letter switch { 'P' => 1, 'F' => 12, 'K' => 13, 'R' => 4, 'U' => 6, _ => 0 };

    public static TestRow Row(string name, params float[] minutes) => new() { Name = name, DurationMinutes = minutes.Length == 0 ? null : minutes };

    /// <summary>A grid of runs an hour apart with builds "b0", "b1" and so on.</summary>
    public static JobGrid Grid(string job, params (TestRow Row, string Cells)[] rows) => Grid(new JobKey("dash", job), rows);

    public static JobGrid Grid(JobKey key, params (TestRow Row, string Cells)[] rows)
    {
        int runs = rows.Length == 0 ? 0 : rows[0].Cells.Length;
        return new JobGrid(key, new GridInfo(), [.. rows.Select(r => r.Row)], Axis(runs), [.. rows.SelectMany(r => r.Cells.Select(Code))]);
    }

    public static RunAxis Axis(int runs) =>
        new([.. Enumerable.Range(0, runs).Select(r => $"b{r}")], [.. Enumerable.Range(0, runs).Select(r => Newest - (r * Hour))], [], []);
}
