using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Cells of a row that belong to a cluster of failures.</summary>
internal sealed class ClusterRowMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ClusterRowMessage> Shape { get; } = new(
        "ClusterRow",
        new TextField<ClusterRowMessage>(1, m => m.DisplayName, (m, v) => m.DisplayName = v),
        new Int32sField<ClusterRowMessage>(2, m => m.Index));

    public string DisplayName { get; set; } = "";

    public List<int> Index { get; } = [];
}
