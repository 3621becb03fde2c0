namespace CiFeatures.Features.Judgement;

/// <summary>An alert of a test (TestGrid's <c>AlertInfo</c>).</summary>
public sealed record AlertInfo
{
    /// <summary>All failing cells that the scan saw, those before a reset streak included.</summary>
    public int FailCount { get; init; }

    /// <summary>Failing cells since the streak was last reset; servers of 2020 published this as the fail count. 0 when the alert was not computed here.</summary>
    public int FailStreak { get; init; }

    /// <summary>Build of the oldest failing run of the outage.</summary>
    public string FailBuildId { get; init; } = "";

    /// <summary>Build of the newest failing run.</summary>
    public string LatestFailBuildId { get; init; } = "";

    /// <summary>Start of the oldest failing run; null when not known.</summary>
    public Stamp? FailTime { get; init; }

    /// <summary>Cell id of the oldest failing cell; empty when the row has none.</summary>
    public string FailTestId { get; init; } = "";

    /// <summary>Cell id of the newest failing cell; empty when the row has none.</summary>
    public string LatestFailTestId { get; init; } = "";

    /// <summary>Build of the nearest pass older than the outage; empty when there is none in the data.</summary>
    public string PassBuildId { get; init; } = "";

    /// <summary>Start of the nearest passing run older than the outage; null when there is none in the data.</summary>
    public Stamp? PassTime { get; init; }

    /// <summary>Message of the newest failing cell.</summary>
    public string FailureMessage { get; init; } = "";

    /// <summary>The link to the build.</summary>
    public string BuildLink { get; init; } = "";

    /// <summary>The text of the build link.</summary>
    public string BuildLinkText { get; init; } = "";

    /// <summary>The text of the build's address.</summary>
    public string BuildUrlText { get; init; } = "";

    /// <summary>User property of the newest failing cell, by the property's name; empty when there is none.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = NoTexts;

    /// <summary>Custom column headers of the scanned columns; where columns differ, the oldest scanned one wins.</summary>
    public IReadOnlyDictionary<string, string> CustomColumnHeaders { get; init; } = NoTexts;

    /// <summary>Hotlist ids of the oldest failing column.</summary>
    public IReadOnlyList<string> HotlistIds { get; init; } = [];

    /// <summary>Addresses of the oldest failing column.</summary>
    public IReadOnlyList<string> EmailAddresses { get; init; } = [];

    private static IReadOnlyDictionary<string, string> NoTexts => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
