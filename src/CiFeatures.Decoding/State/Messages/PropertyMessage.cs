using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Properties of a cell.</summary>
internal sealed class PropertyMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<PropertyMessage> Shape { get; } = new(
        "Property",
        WireMaps.Texts<PropertyMessage>(1, m => m.Property));

    public SortedDictionary<string, string> Property { get; } = new(StringComparer.Ordinal);
}
