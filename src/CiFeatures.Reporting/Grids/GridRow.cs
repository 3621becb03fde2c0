using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Grids;

/// <summary>A row of cells in the picture: one test, or several where there are too many.</summary>
internal sealed class GridRow
{
    private GridRow(IReadOnlyList<TestFacts> tests, StatusClass[] cells, StatusCounts counts)
    {
        Tests = tests;
        Cells = cells;
        Counts = counts;
    }

    /// <summary>The tests, at least one.</summary>
    public IReadOnlyList<TestFacts> Tests { get; }

    /// <summary>The class of each column of cells, newest first; the worst where a cell stands for several.</summary>
    public StatusClass[] Cells { get; }

    public StatusCounts Counts { get; }

    public bool HasAlert => Tests.Any(t => t.HasAlert);

    public bool IsStale => Tests.All(t => t.IsStale);

    public string Label => Tests.Count == 1 ? Tests[0].Name : $"{Tests[0].Name} (+{Tests.Count - 1})";

    /// <summary>The whole name, what was counted, and the marks in words.</summary>
    public string Tooltip =>
        $"{Drawing.SafeText.Elide(Drawing.SafeText.Clean(Tests[0].Name), 1000)}{(Tests.Count == 1 ? "" : $" and {Tests.Count - 1} more")}: {Counts.InWords()}"
        + (HasAlert ? "; alert" : "") + (IsStale ? "; stale" : "");

    public static GridRow Of(JobGrid grid, IReadOnlyList<TestFacts> tests, int runStep)
    {
        var cells = new StatusClass[(grid.Runs.Count + runStep - 1) / runStep];
        var counts = new StatusCounts();
        foreach (TestFacts test in tests)
        {
            ReadOnlySpan<byte> row = grid.Row(test.Index);
            counts.Add(test.Counts);
            for (int run = 0; run < row.Length; run++)
            {
                StatusClass status = CellStatuses.Class((CellStatus)row[run]);
                ref StatusClass cell = ref cells[run / runStep];
                cell = StatusPalette.Rank(status) > StatusPalette.Rank(cell) ? status : cell;
            }
        }

        return new GridRow(tests, cells, counts);
    }
}
