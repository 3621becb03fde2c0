using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>Whether and how flakiness is analysed.</summary>
internal sealed class HealthOptionsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<HealthOptionsMessage> Shape { get; } = new(
        "HealthAnalysisOptions",
        new BoolField<HealthOptionsMessage>(1, m => m.Enable, (m, v) => m.Enable = v),
        new Int32Field<HealthOptionsMessage>(2, m => m.DaysOfAnalysis, (m, v) => m.DaysOfAnalysis = v),
        new TextField<HealthOptionsMessage>(3, m => m.EmailSchedule, (m, v) => m.EmailSchedule = v),
        new TextField<HealthOptionsMessage>(4, m => m.EmailRecipients, (m, v) => m.EmailRecipients = v),
        new TextField<HealthOptionsMessage>(5, m => m.GroupingRegex, (m, v) => m.GroupingRegex = v));

    public bool Enable { get; set; }

    public int DaysOfAnalysis { get; set; }

    public string EmailSchedule { get; set; } = "";

    public string EmailRecipients { get; set; } = "";

    public string GroupingRegex { get; set; } = "";
}
