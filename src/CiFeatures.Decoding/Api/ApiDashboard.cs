namespace CiFeatures.Decoding.Api;

/// <summary>A dashboard as an instance is configured.</summary>
/// <param name="Name">The name.</param>
/// <param name="Tabs">Its tabs.</param>
public sealed record ApiDashboard(string Name, IReadOnlyList<ApiTab> Tabs)
{
    /// <summary>The tab that is shown first; empty when none is set.</summary>
    public string DefaultTab { get; init; } = "";

    /// <summary>Whether the page marks today's runs.</summary>
    public bool HighlightToday { get; init; }

    /// <summary>Whether failing tabs are shown as if they were not (<c>downplay_failing_tabs</c>).</summary>
    public bool SuppressFailingTabs { get; init; }

    /// <summary>Notes that the page shows above the tabs.</summary>
    public IReadOnlyList<ApiNotification> Notifications { get; init; } = [];
}
