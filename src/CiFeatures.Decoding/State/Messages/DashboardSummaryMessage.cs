using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The summaries of a dashboard.</summary>
internal sealed class DashboardSummaryMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<DashboardSummaryMessage> Shape { get; } = new(
        "DashboardSummary",
        new MessagesField<DashboardSummaryMessage, TabSummaryMessage>(1, TabSummaryMessage.Shape, m => m.TabSummaries));

    public List<TabSummaryMessage> TabSummaries { get; } = [];
}
