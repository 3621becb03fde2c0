using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A page with jobs. Notifications (3) are kept as they stand.</summary>
internal sealed class DashboardMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<DashboardMessage> Shape { get; } = new(
        "Dashboard",
        new MessagesField<DashboardMessage, DashboardTabMessage>(1, DashboardTabMessage.Shape, m => m.DashboardTab),
        new TextField<DashboardMessage>(2, m => m.Name, (m, v) => m.Name = v),
        new TextField<DashboardMessage>(5, m => m.DefaultTab, (m, v) => m.DefaultTab = v),
        new BoolField<DashboardMessage>(7, m => m.HighlightToday, (m, v) => m.HighlightToday = v),
        new BoolField<DashboardMessage>(8, m => m.DownplayFailingTabs, (m, v) => m.DownplayFailingTabs = v),
        new TextField<DashboardMessage>(9, m => m.Description, (m, v) => m.Description = v));

    public List<DashboardTabMessage> DashboardTab { get; } = [];

    public string Name { get; set; } = "";

    public string DefaultTab { get; set; } = "";

    public bool HighlightToday { get; set; }

    public bool DownplayFailingTabs { get; set; }

    public string Description { get; set; } = "";
}
