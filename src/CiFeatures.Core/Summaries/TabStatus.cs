namespace CiFeatures.Core.Summaries;

/// <summary>The overall status of a job, by TestGrid's published numbers (<c>DashboardTabSummary.TabStatus</c>).</summary>
/// <remarks>This is not a cell's status; those are <see cref="Grids.CellStatus"/>.</remarks>
public enum TabStatus
{
    /// <summary>No status was set.</summary>
    NotSet = 0,

    /// <summary>Nothing recent to judge by.</summary>
    Unknown = 1,

    /// <summary>Every recent run passed.</summary>
    Pass = 2,

    /// <summary>At least one test has an open alert.</summary>
    Fail = 3,

    /// <summary>A recent run had a result that is not a pass, and no alert is open.</summary>
    Flaky = 4,

    /// <summary>The results are too old.</summary>
    Stale = 5,

    /// <summary>A recent run failed in more tests than the broken threshold allows.</summary>
    Broken = 6,

    /// <summary>There are fewer valid runs than are asked for.</summary>
    Pending = 7,

    /// <summary>Flaky, but within the configured acceptable level.</summary>
    Acceptable = 8,
}
