namespace CiFeatures.Features.Judgement;

/// <summary>An open alert as a summary lists it (TestGrid's <c>FailingTestSummary</c>).</summary>
/// <param name="DisplayName">The row's name.</param>
/// <param name="TestName">The row's id.</param>
/// <param name="Alert">What the alert says: counts, builds, times, message, links, properties, headers, hotlists, addresses.</param>
/// <param name="LinkedBugs">Issues linked to the row.</param>
public sealed record FailingTestSummary(string DisplayName, string TestName, AlertInfo Alert, IReadOnlyList<string> LinkedBugs)
{
    /// <summary>Start of the oldest failing run in whole seconds since 1970 UTC; 0 when not known, as published.</summary>
    public long FailTimestampSeconds => Alert.FailTime?.Seconds ?? 0;

    /// <summary>Start of the nearest pass in whole seconds since 1970 UTC; 0 = never passed in the data, as published.</summary>
    public long PassTimestampSeconds => Alert.PassTime?.Seconds ?? 0;

    /// <summary>Cell id of the oldest failure and row id, each percent-escaped, parted by a blank.</summary>
    public string FailTestLink => Link(Alert.FailTestId);

    /// <summary>Cell id of the newest failure and row id, each percent-escaped, parted by a blank.</summary>
    public string LatestFailTestLink => Link(Alert.LatestFailTestId);

    private string Link(string cellId) => $"{UrlEscaping.PathSegment(cellId)} {UrlEscaping.PathSegment(TestName)}";
}
