using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The summary of a job (tab); times are seconds since 1970 UTC, 0 = none. Alerting data (14) is kept as it stands.</summary>
internal sealed class TabSummaryMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<TabSummaryMessage> Shape { get; } = new(
        "DashboardTabSummary",
        new TextField<TabSummaryMessage>(1, m => m.DashboardName, (m, v) => m.DashboardName = v),
        new TextField<TabSummaryMessage>(2, m => m.DashboardTabName, (m, v) => m.DashboardTabName = v),
        new TextField<TabSummaryMessage>(3, m => m.Alert, (m, v) => m.Alert = v),
        new MessagesField<TabSummaryMessage, FailingTestMessage>(4, FailingTestMessage.Shape, m => m.FailingTestSummaries),
        new DoubleField<TabSummaryMessage>(5, m => m.LastUpdateTimestamp, (m, v) => m.LastUpdateTimestamp = v),
        new TextField<TabSummaryMessage>(6, m => m.Status, (m, v) => m.Status = v),
        new Int32Field<TabSummaryMessage>(7, m => m.OverallStatus, (m, v) => m.OverallStatus = v),
        new TextField<TabSummaryMessage>(8, m => m.LatestGreen, (m, v) => m.LatestGreen = v),
        new DoubleField<TabSummaryMessage>(9, m => m.LastRunTimestamp, (m, v) => m.LastRunTimestamp = v),
        new TextField<TabSummaryMessage>(10, m => m.BugUrl, (m, v) => m.BugUrl = v),
        new MessageField<TabSummaryMessage, HealthinessMessage>(12, HealthinessMessage.Shape, m => m.Healthiness, (m, v) => m.Healthiness = v),
        new TextsField<TabSummaryMessage>(13, m => m.LinkedIssues),
        new BoolField<TabSummaryMessage>(15, m => m.AcceptablyFlaky, (m, v) => m.AcceptablyFlaky = v),
        new MessageField<TabSummaryMessage, SummaryMetricsMessage>(16, SummaryMetricsMessage.Shape, m => m.SummaryMetrics, (m, v) => m.SummaryMetrics = v));

    public string DashboardName { get; set; } = "";

    public string DashboardTabName { get; set; } = "";

    public string Alert { get; set; } = "";

    public List<FailingTestMessage> FailingTestSummaries { get; } = [];

    public double LastUpdateTimestamp { get; set; }

    public string Status { get; set; } = "";

    public int OverallStatus { get; set; }

    public string LatestGreen { get; set; } = "";

    public double LastRunTimestamp { get; set; }

    public string BugUrl { get; set; } = "";

    public HealthinessMessage? Healthiness { get; set; }

    public List<string> LinkedIssues { get; } = [];

    public bool AcceptablyFlaky { get; set; }

    public SummaryMetricsMessage? SummaryMetrics { get; set; }
}
