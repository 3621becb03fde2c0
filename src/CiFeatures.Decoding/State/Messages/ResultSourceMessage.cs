using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Where the results of a test group are.</summary>
internal sealed class ResultSourceMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ResultSourceMessage> Shape { get; } = new(
        "ResultSource",
        new MessageField<ResultSourceMessage, GcsConfigMessage>(2, GcsConfigMessage.Shape, m => m.GcsConfig, (m, v) => m.GcsConfig = v),
        new MessageField<ResultSourceMessage, ResultStoreConfigMessage>(6, ResultStoreConfigMessage.Shape, m => m.ResultstoreConfig, (m, v) => m.ResultstoreConfig = v));

    public GcsConfigMessage? GcsConfig { get; set; }

    public ResultStoreConfigMessage? ResultstoreConfig { get; set; }
}
