using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting.Grids;

/// <summary>A group of rows; the name is empty when there are no groups.</summary>
internal sealed record RowGroup(string Name, int TestCount, IReadOnlyList<GridRow> Rows);

/// <summary>What is drawn of a grid, bounded in rows and columns, without any measure of length.</summary>
internal sealed class GridModel
{
    private GridModel(JobGrid grid, TestFacts[] tests, IReadOnlyList<RowGroup> groups, int rowStep, int runStep)
    {
        Grid = grid;
        Tests = tests;
        Groups = groups;
        RowStep = rowStep;
        RunStep = runStep;
        Rows = [.. groups.SelectMany(g => g.Rows)];
        Counts = new StatusCounts();
        foreach (TestFacts test in tests)
        {
            Counts.Add(test.Counts);
        }
    }

    public JobGrid Grid { get; }

    public TestFacts[] Tests { get; }

    public IReadOnlyList<RowGroup> Groups { get; }

    public GridRow[] Rows { get; }

    public StatusCounts Counts { get; }

    /// <summary>How many tests a row of cells stands for at most.</summary>
    public int RowStep { get; }

    /// <summary>How many runs a column of cells stands for at most.</summary>
    public int RunStep { get; }

    public int Columns => (Grid.Runs.Count + RunStep - 1) / RunStep;

    public bool IsEmpty => Grid.CellCount == 0;

    public static GridModel Of(JobGrid grid, GridPictureOptions options)
    {
        TestFacts[] tests = TestFacts.Of(grid);
        TestFacts[] ordered = TestFacts.Sort(tests, options.Order);
        int runStep = Math.Max(1, (grid.Runs.Count + options.MaxRuns - 1) / options.MaxRuns);
        List<KeyValuePair<string, List<TestFacts>>> groups = options.GroupBySuite ? Suites.Group(ordered) : [new("", [.. ordered])];
        int rowStep = RowStepFor(groups, options.MaxRows);
        return new GridModel(
            grid,
            tests,
            [.. groups.Select(g => new RowGroup(g.Key, g.Value.Count, [.. g.Value.Chunk(rowStep).Select(chunk => GridRow.Of(grid, chunk, runStep))]))],
            rowStep,
            runStep);
    }

    // Groups are cut each for itself, so the number of rows can be larger than tests / step by one for each group.
    private static int RowStepFor(List<KeyValuePair<string, List<TestFacts>>> groups, int maxRows)
    {
        int tests = groups.Sum(g => g.Value.Count);
        int step = Math.Max(1, (tests + maxRows - 1) / maxRows);
        while (step < tests && groups.Sum(g => (g.Value.Count + step - 1) / step) > Math.Max(maxRows, groups.Count))
        {
            step++;
        }

        return step;
    }
}
