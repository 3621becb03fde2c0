using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Features.Tables;

/// <summary>The verdicts on the builds, taken run by run from the newer or the older Overall row.</summary>
internal sealed record NaiveBuild(byte[] Codes, float[] Minutes)
{
    public string Letters => new NaiveRow(AsGrid(), 0).Cells;

    public static NaiveBuild? Of(JobGrid grid)
    {
        int[] rows = [.. new[] { "periodic-job.Overall", "Overall" }.Select(n => grid.Tests.Select(t => t.Name).ToList().IndexOf(n)).Where(i => i >= 0)];
        if (rows.Length == 0)
        {
            return null;
        }

        int[] runs = [.. Enumerable.Range(0, grid.Runs.Count)];
        return new NaiveBuild(
            [.. runs.Select(r => rows.Select(t => (byte)grid[t, r]).FirstOrDefault(c => c != 0))],
            [.. runs.Select(r => rows.Where(t => float.IsFinite(grid.DurationMinutes(t, r))).OrderBy(t => grid[t, r] == CellStatus.NoResult).Select(t => grid.DurationMinutes(t, r)).DefaultIfEmpty(float.NaN).First())]);
    }

    public int FailStreak(int run)
    {
        string older = Letters[run..].Replace(".", "", StringComparison.Ordinal).Replace("R", "", StringComparison.Ordinal).Replace("U", "", StringComparison.Ordinal);
        return older.Length - older.TrimStart('F').Length;
    }

    public int? PassUpTo(int run) => Letters.IndexOf('P', run) is >= 0 and var pass ? pass : null;

    public JobGrid AsGrid() => new(default, new GridInfo(), [new TestRow { Name = "Overall" }], HandGrids.Axis(Codes.Length), Codes);
}
