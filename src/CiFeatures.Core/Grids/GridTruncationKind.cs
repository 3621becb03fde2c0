namespace CiFeatures.Core.Grids;

/// <summary>What a service left in a grid that it made smaller.</summary>
public enum GridTruncationKind
{
    /// <summary>Older runs were cut off; the filled cells of the oldest run that is left were overwritten with <see cref="CellStatus.Unknown"/>.</summary>
    OldestRun,

    /// <summary>All rows were replaced by one that says so.</summary>
    WholeGrid,

    /// <summary>Rows were left out; one row that no test has says so.</summary>
    RowsRemoved,
}
