using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns configurations from messages into records and back.</summary>
/// <remarks>Each record keeps the wire bytes of its message without the records inside it; writing reads them again and sets what the record has.</remarks>
internal static class ConfigConversion
{
    /// <summary>The configuration of a message. The message is used up.</summary>
    /// <param name="message">The message.</param>
    public static StateConfig FromMessage(ConfigurationMessage message)
    {
        StateConfig config = new()
        {
            DashboardGroups = [.. message.DashboardGroups.Select(FromMessage)],
            Dashboards = [.. message.Dashboards.Select(FromMessage)],
            TestGroups = [.. message.TestGroups.Select(TestGroupConversion.FromMessage)],
        };
        return config with { Rest = StateFields.Bytes(ConfigurationMessage.Shape, new() { Unknown = message.Unknown }) };
    }

    /// <summary>The message of a configuration.</summary>
    /// <param name="config">The configuration.</param>
    public static ConfigurationMessage ToMessage(StateConfig config)
    {
        ConfigurationMessage message = StateFields.Read(ConfigurationMessage.Shape, config.Rest);
        message.DashboardGroups.AddRange(config.DashboardGroups.Select(ToMessage));
        message.Dashboards.AddRange(config.Dashboards.Select(ToMessage));
        message.TestGroups.AddRange(config.TestGroups.Select(TestGroupConversion.ToMessage));
        return message;
    }

    private static StateDashboardGroup FromMessage(DashboardGroupMessage message) => new()
    {
        Name = message.Name,
        Dashboards = message.DashboardNames,
        Description = message.Description,
        Rest = StateFields.Bytes(DashboardGroupMessage.Shape, new() { Unknown = message.Unknown }),
    };

    private static DashboardGroupMessage ToMessage(StateDashboardGroup group)
    {
        DashboardGroupMessage message = StateFields.Read(DashboardGroupMessage.Shape, group.Rest);
        message.Name = group.Name;
        message.DashboardNames.AddRange(group.Dashboards);
        message.Description = group.Description;
        return message;
    }

    private static StateDashboard FromMessage(DashboardMessage message) => new()
    {
        Name = message.Name,
        Tabs = [.. message.DashboardTab.Select(TabConversion.FromMessage)],
        DefaultTab = message.DefaultTab,
        Description = message.Description,
        HighlightToday = message.HighlightToday,
        DownplayFailingTabs = message.DownplayFailingTabs,
        Rest = StateFields.Bytes(DashboardMessage.Shape, new() { Unknown = message.Unknown }),
    };

    private static DashboardMessage ToMessage(StateDashboard dashboard)
    {
        DashboardMessage message = StateFields.Read(DashboardMessage.Shape, dashboard.Rest);
        message.Name = dashboard.Name;
        message.DashboardTab.AddRange(dashboard.Tabs.Select(TabConversion.ToMessage));
        message.DefaultTab = dashboard.DefaultTab;
        message.Description = dashboard.Description;
        message.HighlightToday = dashboard.HighlightToday;
        message.DownplayFailingTabs = dashboard.DownplayFailingTabs;
        return message;
    }
}
