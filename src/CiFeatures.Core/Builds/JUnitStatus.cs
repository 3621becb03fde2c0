namespace CiFeatures.Core.Builds;

/// <summary>What a JUnit file says of a test case.</summary>
public enum JUnitStatus
{
    /// <summary>No failure, no error, not skipped.</summary>
    Passed,

    /// <summary>It has a <c>failure</c> element.</summary>
    Failed,

    /// <summary>It has an <c>error</c> element.</summary>
    Error,

    /// <summary>It has a <c>skipped</c> element and neither of the others.</summary>
    Skipped,
}
