namespace CiFeatures.Core.Grids;

/// <summary>The 16 status codes of a TestGrid cell, by their published numbers.</summary>
/// <remarks>The numbers are not ordered by severity; see <see cref="CellStatuses.Severity"/>.</remarks>
public enum CellStatus : byte
{
    /// <summary>The test has no result in this run: a blank cell, not a pass and not a failure.</summary>
    NoResult = 0,

    /// <summary>The test passed.</summary>
    Pass = 1,

    /// <summary>The test passed although errors were reported.</summary>
    PassWithErrors = 2,

    /// <summary>The test passed or was skipped.</summary>
    PassWithSkips = 3,

    /// <summary>The run has not finished; the cell is provisional.</summary>
    Running = 4,

    /// <summary>The run was aborted for a known category of reason.</summary>
    CategorizedAbort = 5,

    /// <summary>The outcome is not known.</summary>
    Unknown = 6,

    /// <summary>The run was cancelled.</summary>
    Cancel = 7,

    /// <summary>The test could not run because something before it failed.</summary>
    Blocked = 8,

    /// <summary>The test ran out of time.</summary>
    TimedOut = 9,

    /// <summary>The test failed for a known category of reason.</summary>
    CategorizedFail = 10,

    /// <summary>The build failed.</summary>
    BuildFail = 11,

    /// <summary>The test failed.</summary>
    Fail = 12,

    /// <summary>The test both passed and failed within one run.</summary>
    Flaky = 13,

    /// <summary>The tool that runs the test failed.</summary>
    ToolFail = 14,

    /// <summary>The build passed; nothing is said about the test.</summary>
    BuildPassed = 15,
}
