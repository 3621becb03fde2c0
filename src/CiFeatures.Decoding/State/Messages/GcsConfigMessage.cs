using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Results in a bucket.</summary>
internal sealed class GcsConfigMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<GcsConfigMessage> Shape { get; } = new(
        "GCSConfig",
        new TextField<GcsConfigMessage>(1, m => m.GcsPrefix, (m, v) => m.GcsPrefix = v),
        new TextField<GcsConfigMessage>(2, m => m.PubsubProject, (m, v) => m.PubsubProject = v),
        new TextField<GcsConfigMessage>(3, m => m.PubsubSubscription, (m, v) => m.PubsubSubscription = v));

    public string GcsPrefix { get; set; } = "";

    public string PubsubProject { get; set; } = "";

    public string PubsubSubscription { get; set; } = "";
}
