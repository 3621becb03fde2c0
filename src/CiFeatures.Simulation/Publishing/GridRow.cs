using CiFeatures.Core.Grids;
using CiFeatures.Simulation.Model;

namespace CiFeatures.Simulation.Publishing;

/// <summary>A row as an answer shows it: cells newest first, codes as bytes.</summary>
internal sealed class GridRow(string name, TestPlan? test, byte[] cells)
{
    public string Name { get; } = name;

    /// <summary>The plan of the test, or null for the row that says the answer was cut.</summary>
    public TestPlan? Test { get; } = test;

    public byte[] Cells { get; } = cells;

    /// <summary>The second row of a split result (name ends in " [1]"): it holds the retry.</summary>
    public bool IsTwin { get; init; }

    public RowOutage? Outage { get; set; }

    public bool HasResult => Cells.AsSpan().ContainsAnyExcept((byte)CellStatus.NoResult);

    /// <summary>The newest ten columns, or all where there are fewer, have no result: the row is stale.</summary>
    public bool IsStale(int recent)
    {
        int first = Cells.AsSpan().IndexOfAnyExcept((byte)CellStatus.NoResult);
        return first < 0 || first >= recent;
    }
}
