using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A job (tab) of a dashboard. Bug filing settings (18, 22) are kept as they stand.</summary>
internal sealed class DashboardTabMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<DashboardTabMessage> Shape { get; } = new(
        "DashboardTab",
        new TextField<DashboardTabMessage>(1, m => m.Name, (m, v) => m.Name = v),
        new TextField<DashboardTabMessage>(2, m => m.TestGroupName, (m, v) => m.TestGroupName = v),
        new Int32Field<DashboardTabMessage>(3, m => m.BugComponent, (m, v) => m.BugComponent = v),
        new TextField<DashboardTabMessage>(4, m => m.CodeSearchPath, (m, v) => m.CodeSearchPath = v),
        new Int32Field<DashboardTabMessage>(5, m => m.NumColumnsRecent, (m, v) => m.NumColumnsRecent = v),
        new TextField<DashboardTabMessage>(6, m => m.BaseOptions, (m, v) => m.BaseOptions = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(7, LinkTemplateMessage.Shape, m => m.OpenTestTemplate, (m, v) => m.OpenTestTemplate = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(8, LinkTemplateMessage.Shape, m => m.FileBugTemplate, (m, v) => m.FileBugTemplate = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(9, LinkTemplateMessage.Shape, m => m.AttachBugTemplate, (m, v) => m.AttachBugTemplate = v),
        new TextField<DashboardTabMessage>(10, m => m.ResultsText, (m, v) => m.ResultsText = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(11, LinkTemplateMessage.Shape, m => m.ResultsUrlTemplate, (m, v) => m.ResultsUrlTemplate = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(12, LinkTemplateMessage.Shape, m => m.CodeSearchUrlTemplate, (m, v) => m.CodeSearchUrlTemplate = v),
        new TextField<DashboardTabMessage>(13, m => m.Description, (m, v) => m.Description = v),
        new TextField<DashboardTabMessage>(14, m => m.TabularNamesRegex, (m, v) => m.TabularNamesRegex = v),
        new MessageField<DashboardTabMessage, AlertOptionsMessage>(15, AlertOptionsMessage.Shape, m => m.AlertOptions, (m, v) => m.AlertOptions = v),
        new TextField<DashboardTabMessage>(16, m => m.AboutDashboardUrl, (m, v) => m.AboutDashboardUrl = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(17, LinkTemplateMessage.Shape, m => m.OpenBugTemplate, (m, v) => m.OpenBugTemplate = v),
        new BoolField<DashboardTabMessage>(19, m => m.DisplayLocalTime, (m, v) => m.DisplayLocalTime = v),
        new MessageField<DashboardTabMessage, LinkTemplateMessage>(20, LinkTemplateMessage.Shape, m => m.ContextMenuTemplate, (m, v) => m.ContextMenuTemplate = v),
        new FloatField<DashboardTabMessage>(21, m => m.BrokenColumnThreshold, (m, v) => m.BrokenColumnThreshold = v),
        new MessageField<DashboardTabMessage, HealthOptionsMessage>(23, HealthOptionsMessage.Shape, m => m.HealthAnalysisOptions, (m, v) => m.HealthAnalysisOptions = v),
        new MessageField<DashboardTabMessage, FlakinessAlertOptionsMessage>(24, FlakinessAlertOptionsMessage.Shape, m => m.FlakinessAlertOptions, (m, v) => m.FlakinessAlertOptions = v),
        new MessagesField<DashboardTabMessage, LinkTemplateMessage>(25, LinkTemplateMessage.Shape, m => m.ColumnDiffLinkTemplates),
        new MessageField<DashboardTabMessage, StatusOptionsMessage>(26, StatusOptionsMessage.Shape, m => m.StatusCustomizationOptions, (m, v) => m.StatusCustomizationOptions = v));

    public string Name { get; set; } = "";

    public string TestGroupName { get; set; } = "";

    public int BugComponent { get; set; }

    public string CodeSearchPath { get; set; } = "";

    public int NumColumnsRecent { get; set; }

    public string BaseOptions { get; set; } = "";

    public LinkTemplateMessage? OpenTestTemplate { get; set; }

    public LinkTemplateMessage? FileBugTemplate { get; set; }

    public LinkTemplateMessage? AttachBugTemplate { get; set; }

    public string ResultsText { get; set; } = "";

    public LinkTemplateMessage? ResultsUrlTemplate { get; set; }

    public LinkTemplateMessage? CodeSearchUrlTemplate { get; set; }

    public string Description { get; set; } = "";

    public string TabularNamesRegex { get; set; } = "";

    public AlertOptionsMessage? AlertOptions { get; set; }

    public string AboutDashboardUrl { get; set; } = "";

    public LinkTemplateMessage? OpenBugTemplate { get; set; }

    public bool DisplayLocalTime { get; set; }

    public LinkTemplateMessage? ContextMenuTemplate { get; set; }

    public float BrokenColumnThreshold { get; set; }

    public HealthOptionsMessage? HealthAnalysisOptions { get; set; }

    public FlakinessAlertOptionsMessage? FlakinessAlertOptions { get; set; }

    public List<LinkTemplateMessage> ColumnDiffLinkTemplates { get; } = [];

    public StatusOptionsMessage? StatusCustomizationOptions { get; set; }
}
