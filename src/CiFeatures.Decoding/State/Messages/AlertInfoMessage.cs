using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The alert of a row, as the tabulator computed it.</summary>
internal sealed class AlertInfoMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<AlertInfoMessage> Shape { get; } = new(
        "AlertInfo",
        new Int32Field<AlertInfoMessage>(1, m => m.FailCount, (m, v) => m.FailCount = v),
        new TextField<AlertInfoMessage>(2, m => m.FailBuildId, (m, v) => m.FailBuildId = v),
        new MessageField<AlertInfoMessage, TimestampMessage>(3, TimestampMessage.Shape, m => m.FailTime, (m, v) => m.FailTime = v),
        new TextField<AlertInfoMessage>(4, m => m.FailTestId, (m, v) => m.FailTestId = v),
        new TextField<AlertInfoMessage>(5, m => m.PassBuildId, (m, v) => m.PassBuildId = v),
        new MessageField<AlertInfoMessage, TimestampMessage>(6, TimestampMessage.Shape, m => m.PassTime, (m, v) => m.PassTime = v),
        new TextField<AlertInfoMessage>(7, m => m.FailureMessage, (m, v) => m.FailureMessage = v),
        new TextField<AlertInfoMessage>(8, m => m.BuildLink, (m, v) => m.BuildLink = v),
        new TextField<AlertInfoMessage>(9, m => m.BuildLinkText, (m, v) => m.BuildLinkText = v),
        new TextField<AlertInfoMessage>(10, m => m.BuildUrlText, (m, v) => m.BuildUrlText = v),
        new TextField<AlertInfoMessage>(11, m => m.LatestFailBuildId, (m, v) => m.LatestFailBuildId = v),
        WireMaps.Texts<AlertInfoMessage>(12, m => m.Properties),
        new TextsField<AlertInfoMessage>(13, m => m.HotlistIds),
        new TextField<AlertInfoMessage>(14, m => m.LatestFailTestId, (m, v) => m.LatestFailTestId = v),
        new TextsField<AlertInfoMessage>(15, m => m.EmailAddresses),
        WireMaps.Texts<AlertInfoMessage>(16, m => m.CustomColumnHeaders));

    public int FailCount { get; set; }

    public string FailBuildId { get; set; } = "";

    public TimestampMessage? FailTime { get; set; }

    public string FailTestId { get; set; } = "";

    public string PassBuildId { get; set; } = "";

    public TimestampMessage? PassTime { get; set; }

    public string FailureMessage { get; set; } = "";

    public string BuildLink { get; set; } = "";

    public string BuildLinkText { get; set; } = "";

    public string BuildUrlText { get; set; } = "";

    public string LatestFailBuildId { get; set; } = "";

    public SortedDictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public List<string> HotlistIds { get; } = [];

    public string LatestFailTestId { get; set; } = "";

    public List<string> EmailAddresses { get; } = [];

    public SortedDictionary<string, string> CustomColumnHeaders { get; } = new(StringComparer.Ordinal);
}
