using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>How long a step of the update took.</summary>
internal sealed class UpdatePhaseMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<UpdatePhaseMessage> Shape { get; } = new(
        "UpdatePhaseData",
        new TextField<UpdatePhaseMessage>(1, m => m.PhaseName, (m, v) => m.PhaseName = v),
        new DoubleField<UpdatePhaseMessage>(2, m => m.PhaseSeconds, (m, v) => m.PhaseSeconds = v));

    public string PhaseName { get; set; } = "";

    public double PhaseSeconds { get; set; }
}
