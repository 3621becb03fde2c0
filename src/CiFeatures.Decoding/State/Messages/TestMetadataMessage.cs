using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Who owns a test.</summary>
internal sealed class TestMetadataMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<TestMetadataMessage> Shape { get; } = new(
        "TestMetadata",
        new TextField<TestMetadataMessage>(1, m => m.TestName, (m, v) => m.TestName = v),
        new Int32Field<TestMetadataMessage>(2, m => m.BugComponent, (m, v) => m.BugComponent = v),
        new TextField<TestMetadataMessage>(3, m => m.Owner, (m, v) => m.Owner = v),
        new TextsField<TestMetadataMessage>(4, m => m.Cc),
        new TextField<TestMetadataMessage>(5, m => m.ErrorType, (m, v) => m.ErrorType = v));

    public string TestName { get; set; } = "";

    public int BugComponent { get; set; }

    public string Owner { get; set; } = "";

    public List<string> Cc { get; } = [];

    public string ErrorType { get; set; } = "";
}
