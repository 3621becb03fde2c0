namespace CiFeatures.Features.Judgement;

/// <summary>Statuses that a job may be configured to ignore (TestGrid's <c>ignored_test_statuses</c>).</summary>
/// <remarks>Only these four can be ignored, each by exactly its own code. The bits are this project's; they are neither the cell codes nor the configuration's numbers.</remarks>
[Flags]
public enum IgnoredStatuses
{
    /// <summary>Nothing is ignored.</summary>
    None = 0,

    /// <summary>Ignores <c>CATEGORIZED_ABORT</c>.</summary>
    CategorizedAbort = 1,

    /// <summary>Ignores <c>UNKNOWN</c>.</summary>
    Unknown = 2,

    /// <summary>Ignores <c>CANCEL</c>.</summary>
    Cancel = 4,

    /// <summary>Ignores <c>BLOCKED</c>.</summary>
    Blocked = 8,
}
