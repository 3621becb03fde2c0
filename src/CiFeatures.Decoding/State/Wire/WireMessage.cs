namespace CiFeatures.Decoding.State.Wire;

/// <summary>A protobuf message. Texts are empty and numbers 0 where a field is absent, as protobuf version 3 has it.</summary>
internal abstract class WireMessage
{
    /// <summary>The fields that the message's reader does not know.</summary>
    public UnknownFields Unknown;
}
