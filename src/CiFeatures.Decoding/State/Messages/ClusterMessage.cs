using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Failures with the same message.</summary>
internal sealed class ClusterMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ClusterMessage> Shape { get; } = new(
        "Cluster",
        new Int32Field<ClusterMessage>(1, m => m.TestStatus, (m, v) => m.TestStatus = v),
        new TextField<ClusterMessage>(2, m => m.Message, (m, v) => m.Message = v),
        new MessagesField<ClusterMessage, ClusterRowMessage>(3, ClusterRowMessage.Shape, m => m.ClusterRow));

    public int TestStatus { get; set; }

    public string Message { get; set; } = "";

    public List<ClusterRowMessage> ClusterRow { get; } = [];
}
