using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A group of dashboards.</summary>
internal sealed class DashboardGroupMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<DashboardGroupMessage> Shape { get; } = new(
        "DashboardGroup",
        new TextField<DashboardGroupMessage>(1, m => m.Name, (m, v) => m.Name = v),
        new TextsField<DashboardGroupMessage>(2, m => m.DashboardNames),
        new TextField<DashboardGroupMessage>(3, m => m.Description, (m, v) => m.Description = v));

    public string Name { get; set; } = "";

    public List<string> DashboardNames { get; } = [];

    public string Description { get; set; } = "";
}
