using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A link with placeholders.</summary>
internal sealed class LinkTemplateMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<LinkTemplateMessage> Shape { get; } = new(
        "LinkTemplate",
        new TextField<LinkTemplateMessage>(1, m => m.Url, (m, v) => m.Url = v),
        new MessagesField<LinkTemplateMessage, LinkOptionMessage>(2, LinkOptionMessage.Shape, m => m.Options),
        new TextField<LinkTemplateMessage>(3, m => m.Name, (m, v) => m.Name = v));

    public string Url { get; set; } = "";

    public List<LinkOptionMessage> Options { get; } = [];

    public string Name { get; set; } = "";
}
