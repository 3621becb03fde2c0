using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>An option of a link.</summary>
internal sealed class LinkOptionMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<LinkOptionMessage> Shape { get; } = new(
        "LinkOptionsTemplate",
        new TextField<LinkOptionMessage>(1, m => m.Key, (m, v) => m.Key = v),
        new TextField<LinkOptionMessage>(2, m => m.Value, (m, v) => m.Value = v));

    public string Key { get; set; } = "";

    public string Value { get; set; } = "";
}
