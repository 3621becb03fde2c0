namespace CiFeatures.Core.Grids;

public sealed partial class JobGrid
{
    /// <summary>Walks the cells of one row, newest first, each with its message, short text, user property, duration and metrics.</summary>
    /// <param name="test">The row.</param>
    public CellCursor Cells(int test) => new(Tests[test], Row(test));
}
