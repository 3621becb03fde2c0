namespace CiFeatures.Features.Judgement;

/// <summary>When a test's alert opens and closes, and what it carries.</summary>
public sealed record AlertSettings
{
    /// <summary>Failures in a row that open an alert; 0 or less = never.</summary>
    /// <value>Default 3.</value>
    public int FailuresToOpen { get; init; } = 3;

    /// <summary>Passes in a row that close an alert; 0 is taken as such.</summary>
    /// <value>Default 1.</value>
    public int PassesToClose { get; init; } = 1;

    /// <summary>Whether the first custom header (the commit) stands for the build id.</summary>
    public bool UseCommitAsBuildId { get; init; }

    /// <summary>The name of the user property; empty = none.</summary>
    public string UserProperty { get; init; } = "";

    /// <summary>The custom column headers, in the order of the columns' values.</summary>
    public IReadOnlyList<ColumnHeader> ColumnHeaders { get; init; } = [];
}
