namespace CiFeatures.Decoding.State.Wire;

/// <summary>How the value after a field's key is laid out (protobuf's wire types).</summary>
internal enum WireType
{
    /// <summary>A number of one to ten bytes.</summary>
    Varint = 0,

    /// <summary>Eight bytes.</summary>
    Fixed64 = 1,

    /// <summary>A length and that many bytes: texts, messages, packed lists.</summary>
    Bytes = 2,

    /// <summary>The start of a group, a form that protobuf gave up but still allows.</summary>
    StartGroup = 3,

    /// <summary>The end of a group.</summary>
    EndGroup = 4,

    /// <summary>Four bytes.</summary>
    Fixed32 = 5,
}
