using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Counts of recent columns.</summary>
internal sealed class SummaryMetricsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<SummaryMetricsMessage> Shape { get; } = new(
        "DashboardTabSummaryMetrics",
        new Int32Field<SummaryMetricsMessage>(1, m => m.CompletedColumns, (m, v) => m.CompletedColumns = v),
        new Int32Field<SummaryMetricsMessage>(2, m => m.PassingColumns, (m, v) => m.PassingColumns = v),
        new Int32Field<SummaryMetricsMessage>(3, m => m.IgnoredColumns, (m, v) => m.IgnoredColumns = v));

    public int CompletedColumns { get; set; }

    public int PassingColumns { get; set; }

    public int IgnoredColumns { get; set; }
}
