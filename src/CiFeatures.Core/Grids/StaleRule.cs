namespace CiFeatures.Core.Grids;

/// <summary>Which tests are stale: without a result in the newest runs.</summary>
/// <remarks>
/// Source: TestGrid's <c>recentRows</c>, which looks at the first run-length pair of a row. So a grid with fewer runs than the threshold
/// has no stale test, be all its cells blank.
/// </remarks>
public static class StaleRule
{
    /// <summary>The number of recent runs where the answer does not say: that of the OpenShift and Kubernetes dashboards.</summary>
    public const int DefaultRecentRuns = 10;

    /// <summary>The number of recent runs: the answer's <c>stale-test-threshold</c> where that is above 0, else <see cref="DefaultRecentRuns"/>.</summary>
    /// <param name="info">What the answer says about the job.</param>
    public static int RecentRuns(GridInfo info) => info.StaleTestThreshold.ValueOr(0) is > 0 and int published ? published : DefaultRecentRuns;

    /// <summary>How many cells are blank (<c>NO_RESULT</c>) before the newest result; all of them when there is none.</summary>
    /// <param name="statuses">Raw status codes, newest first.</param>
    public static int LeadingBlanks(ReadOnlySpan<byte> statuses)
    {
        int first = statuses.IndexOfAnyExcept((byte)CellStatus.NoResult);
        return first < 0 ? statuses.Length : first;
    }

    /// <summary>Whether a test is stale.</summary>
    /// <param name="statuses">Its raw status codes, newest first; a test without cells is stale.</param>
    /// <param name="recentRuns">The number of recent runs.</param>
    public static bool IsStale(ReadOnlySpan<byte> statuses, int recentRuns) => IsStale(!statuses.IsEmpty, LeadingBlanks(statuses), recentRuns);

    /// <summary>Whether a test is stale.</summary>
    /// <param name="hasResults">Whether it has cells at all, be they blank.</param>
    /// <param name="leadingBlanks">How many cells are blank before the newest result.</param>
    /// <param name="recentRuns">The number of recent runs.</param>
    public static bool IsStale(bool hasResults, int leadingBlanks, int recentRuns) =>
        !hasResults || (leadingBlanks > 0 && leadingBlanks >= recentRuns);
}
