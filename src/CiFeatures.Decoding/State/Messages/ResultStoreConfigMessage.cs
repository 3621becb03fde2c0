using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Results in the result store.</summary>
internal sealed class ResultStoreConfigMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ResultStoreConfigMessage> Shape { get; } = new(
        "ResultStoreConfig",
        new TextField<ResultStoreConfigMessage>(1, m => m.Project, (m, v) => m.Project = v),
        new TextField<ResultStoreConfigMessage>(2, m => m.Query, (m, v) => m.Query = v));

    public string Project { get; set; } = "";

    public string Query { get; set; } = "";
}
