using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>The configuration of a TestGrid instance.</summary>
internal sealed class ConfigurationMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<ConfigurationMessage> Shape { get; } = new(
        "Configuration",
        new MessagesField<ConfigurationMessage, TestGroupMessage>(1, TestGroupMessage.Shape, m => m.TestGroups),
        new MessagesField<ConfigurationMessage, DashboardMessage>(2, DashboardMessage.Shape, m => m.Dashboards),
        new MessagesField<ConfigurationMessage, DashboardGroupMessage>(3, DashboardGroupMessage.Shape, m => m.DashboardGroups));

    public List<TestGroupMessage> TestGroups { get; } = [];

    public List<DashboardMessage> Dashboards { get; } = [];

    public List<DashboardGroupMessage> DashboardGroups { get; } = [];
}
