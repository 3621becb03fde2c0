using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>How long the steps of an update took.</summary>
internal sealed class UpdateInfoMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<UpdateInfoMessage> Shape { get; } = new(
        "UpdateInfo",
        new MessagesField<UpdateInfoMessage, UpdatePhaseMessage>(1, UpdatePhaseMessage.Shape, m => m.UpdatePhaseData));

    public List<UpdatePhaseMessage> UpdatePhaseData { get; } = [];
}
