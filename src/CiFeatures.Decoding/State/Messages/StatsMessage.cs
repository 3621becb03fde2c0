using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Counts over the cells of a column; only tab states of tabs with a broken-column threshold have them.</summary>
internal sealed class StatsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<StatsMessage> Shape { get; } = new(
        "Stats",
        new Int32Field<StatsMessage>(1, m => m.FailCount, (m, v) => m.FailCount = v),
        new Int32Field<StatsMessage>(2, m => m.PassCount, (m, v) => m.PassCount = v),
        new Int32Field<StatsMessage>(3, m => m.TotalCount, (m, v) => m.TotalCount = v),
        new BoolField<StatsMessage>(4, m => m.Pending, (m, v) => m.Pending = v),
        new BoolField<StatsMessage>(5, m => m.Broken, (m, v) => m.Broken = v));

    public int FailCount { get; set; }

    public int PassCount { get; set; }

    public int TotalCount { get; set; }

    public bool Pending { get; set; }

    public bool Broken { get; set; }
}
