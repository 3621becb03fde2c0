namespace CiFeatures.Reporting.Grids;

/// <summary>How the tests of a grid are ordered from top to bottom.</summary>
public enum RowOrder
{
    /// <summary>As published; TestGrid puts tests that failed lately first.</summary>
    Published,

    /// <summary>By name, by the numbers of its characters.</summary>
    Name,

    /// <summary>Tests with an alert first, then by the number of failures, then of flaky results, then by name.</summary>
    FailingFirst,
}
