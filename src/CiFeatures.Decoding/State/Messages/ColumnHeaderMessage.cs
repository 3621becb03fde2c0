using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>What a custom header of the columns shows.</summary>
internal sealed class ColumnHeaderMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ColumnHeaderMessage> Shape { get; } = new(
        "ColumnHeader",
        new TextField<ColumnHeaderMessage>(1, m => m.Label, (m, v) => m.Label = v),
        new TextField<ColumnHeaderMessage>(2, m => m.Property, (m, v) => m.Property = v),
        new TextField<ColumnHeaderMessage>(3, m => m.ConfigurationValue, (m, v) => m.ConfigurationValue = v),
        new BoolField<ColumnHeaderMessage>(4, m => m.ListAllValues, (m, v) => m.ListAllValues = v));

    public string Label { get; set; } = "";

    public string Property { get; set; } = "";

    public string ConfigurationValue { get; set; } = "";

    public bool ListAllValues { get; set; }
}
