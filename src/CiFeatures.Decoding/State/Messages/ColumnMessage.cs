using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A run (column) of a grid. <see cref="Started"/> is milliseconds since 1970 UTC.</summary>
internal sealed class ColumnMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ColumnMessage> Shape { get; } = new(
        "Column",
        new TextField<ColumnMessage>(1, m => m.Build, (m, v) => m.Build = v),
        new TextField<ColumnMessage>(2, m => m.Name, (m, v) => m.Name = v),
        new DoubleField<ColumnMessage>(3, m => m.Started, (m, v) => m.Started = v),
        new TextsField<ColumnMessage>(4, m => m.Extra),
        new TextField<ColumnMessage>(5, m => m.HotlistIds, (m, v) => m.HotlistIds = v),
        new TextField<ColumnMessage>(6, m => m.Hint, (m, v) => m.Hint = v),
        new TextsField<ColumnMessage>(7, m => m.EmailAddresses),
        new MessageField<ColumnMessage, StatsMessage>(8, StatsMessage.Shape, m => m.Stats, (m, v) => m.Stats = v));

    public string Build { get; set; } = "";

    public string Name { get; set; } = "";

    public double Started { get; set; }

    public List<string> Extra { get; } = [];

    public string HotlistIds { get; set; } = "";

    public string Hint { get; set; } = "";

    /// <summary>What columns are sorted by: the hint or, where there is none, the build.</summary>
    public string HintOrBuild => Hint.Length > 0 ? Hint : Build;

    public List<string> EmailAddresses { get; } = [];

    public StatsMessage? Stats { get; set; }
}
