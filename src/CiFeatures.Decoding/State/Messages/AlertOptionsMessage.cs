using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>When and whom a job alerts.</summary>
internal sealed class AlertOptionsMessage : WireMessage
{
    /// <summary>The message's fields.</summary>
    public static MessageShape<AlertOptionsMessage> Shape { get; } = new(
        "DashboardTabAlertOptions",
        new Int32Field<AlertOptionsMessage>(1, m => m.AlertStaleResultsHours, (m, v) => m.AlertStaleResultsHours = v),
        new Int32Field<AlertOptionsMessage>(2, m => m.NumFailuresToAlert, (m, v) => m.NumFailuresToAlert = v),
        new TextField<AlertOptionsMessage>(3, m => m.AlertMailToAddresses, (m, v) => m.AlertMailToAddresses = v),
        new Int32Field<AlertOptionsMessage>(4, m => m.NumPassesToDisableAlert, (m, v) => m.NumPassesToDisableAlert = v),
        new TextField<AlertOptionsMessage>(5, m => m.Subject, (m, v) => m.Subject = v),
        new TextField<AlertOptionsMessage>(6, m => m.DebugUrl, (m, v) => m.DebugUrl = v),
        new TextField<AlertOptionsMessage>(7, m => m.DebugMessage, (m, v) => m.DebugMessage = v),
        new Int32Field<AlertOptionsMessage>(8, m => m.WaitMinutesBetweenEmails, (m, v) => m.WaitMinutesBetweenEmails = v),
        new TextField<AlertOptionsMessage>(9, m => m.AlertMailFailureMessage, (m, v) => m.AlertMailFailureMessage = v));

    public int AlertStaleResultsHours { get; set; }

    public int NumFailuresToAlert { get; set; }

    public string AlertMailToAddresses { get; set; } = "";

    public int NumPassesToDisableAlert { get; set; }

    public string Subject { get; set; } = "";

    public string DebugUrl { get; set; } = "";

    public string DebugMessage { get; set; } = "";

    public int WaitMinutesBetweenEmails { get; set; }

    public string AlertMailFailureMessage { get; set; } = "";
}
