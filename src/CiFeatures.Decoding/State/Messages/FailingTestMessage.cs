using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>An open alert of a test in a summary; times are seconds since 1970 UTC, 0 = none.</summary>
internal sealed class FailingTestMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<FailingTestMessage> Shape { get; } = new(
        "FailingTestSummary",
        new TextField<FailingTestMessage>(1, m => m.DisplayName, (m, v) => m.DisplayName = v),
        new TextField<FailingTestMessage>(2, m => m.TestName, (m, v) => m.TestName = v),
        new TextField<FailingTestMessage>(3, m => m.FailBuildId, (m, v) => m.FailBuildId = v),
        new DoubleField<FailingTestMessage>(4, m => m.FailTimestamp, (m, v) => m.FailTimestamp = v),
        new TextField<FailingTestMessage>(5, m => m.PassBuildId, (m, v) => m.PassBuildId = v),
        new DoubleField<FailingTestMessage>(6, m => m.PassTimestamp, (m, v) => m.PassTimestamp = v),
        new Int32Field<FailingTestMessage>(7, m => m.FailCount, (m, v) => m.FailCount = v),
        new TextField<FailingTestMessage>(8, m => m.BuildLink, (m, v) => m.BuildLink = v),
        new TextField<FailingTestMessage>(9, m => m.BuildLinkText, (m, v) => m.BuildLinkText = v),
        new TextField<FailingTestMessage>(10, m => m.BuildUrlText, (m, v) => m.BuildUrlText = v),
        new TextField<FailingTestMessage>(11, m => m.FailureMessage, (m, v) => m.FailureMessage = v),
        new TextsField<FailingTestMessage>(12, m => m.LinkedBugs),
        new TextField<FailingTestMessage>(13, m => m.FailTestLink, (m, v) => m.FailTestLink = v),
        new TextField<FailingTestMessage>(14, m => m.LatestFailBuildId, (m, v) => m.LatestFailBuildId = v),
        WireMaps.Texts<FailingTestMessage>(15, m => m.Properties),
        new TextsField<FailingTestMessage>(16, m => m.HotlistIds),
        new TextField<FailingTestMessage>(17, m => m.LatestFailTestLink, (m, v) => m.LatestFailTestLink = v),
        new TextsField<FailingTestMessage>(18, m => m.EmailAddresses),
        WireMaps.Texts<FailingTestMessage>(19, m => m.CustomColumnHeaders));

    public string DisplayName { get; set; } = "";

    public string TestName { get; set; } = "";

    public string FailBuildId { get; set; } = "";

    public double FailTimestamp { get; set; }

    public string PassBuildId { get; set; } = "";

    public double PassTimestamp { get; set; }

    public int FailCount { get; set; }

    public string BuildLink { get; set; } = "";

    public string BuildLinkText { get; set; } = "";

    public string BuildUrlText { get; set; } = "";

    public string FailureMessage { get; set; } = "";

    public List<string> LinkedBugs { get; } = [];

    public string FailTestLink { get; set; } = "";

    public string LatestFailBuildId { get; set; } = "";

    public SortedDictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public List<string> HotlistIds { get; } = [];

    public string LatestFailTestLink { get; set; } = "";

    public List<string> EmailAddresses { get; } = [];

    public SortedDictionary<string, string> CustomColumnHeaders { get; } = new(StringComparer.Ordinal);
}
