using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns the configurations of jobs (tabs) from messages into records and back.</summary>
internal static class TabConversion
{
    /// <summary>The record of a message. The whole message is kept beside it, for most of its settings are links and mail.</summary>
    /// <param name="message">The message.</param>
    public static StateTab FromMessage(DashboardTabMessage message) => new()
    {
        Name = message.Name,
        TestGroup = message.TestGroupName,
        BaseOptions = message.BaseOptions,
        ColumnsRecent = message.NumColumnsRecent,
        Description = message.Description,
        OpenBugUrl = message.OpenBugTemplate?.Url ?? "",
        BrokenColumnThreshold = message.BrokenColumnThreshold,
        StaleResultsHours = message.AlertOptions?.AlertStaleResultsHours,
        FailuresToAlert = message.AlertOptions?.NumFailuresToAlert,
        PassesToDisableAlert = message.AlertOptions?.NumPassesToDisableAlert,
        AnalyseHealth = message.HealthAnalysisOptions is { Enable: true },
        HealthDays = message.HealthAnalysisOptions?.DaysOfAnalysis ?? 0,
        MaxAcceptableFlakinessPct = message.StatusCustomizationOptions?.MaxAcceptableFlakiness ?? 0,
        MinAcceptableRuns = message.StatusCustomizationOptions?.MinAcceptableRuns ?? 0,
        IgnoredStatuses = message.StatusCustomizationOptions?.IgnoredTestStatuses ?? [],
        Rest = StateFields.Bytes(DashboardTabMessage.Shape, message),
    };

    /// <summary>The message of a record.</summary>
    /// <param name="tab">The record.</param>
    public static DashboardTabMessage ToMessage(StateTab tab)
    {
        DashboardTabMessage message = StateFields.Read(DashboardTabMessage.Shape, tab.Rest);
        message.Name = tab.Name;
        message.TestGroupName = tab.TestGroup;
        message.BaseOptions = tab.BaseOptions;
        message.NumColumnsRecent = tab.ColumnsRecent;
        message.Description = tab.Description;
        message.BrokenColumnThreshold = tab.BrokenColumnThreshold;
        SetAlerts(message, tab);
        if (message.OpenBugTemplate is not null || tab.OpenBugUrl.Length > 0)
        {
            (message.OpenBugTemplate ??= new()).Url = tab.OpenBugUrl;
        }

        if (message.HealthAnalysisOptions is not null || tab.AnalyseHealth || tab.HealthDays != 0)
        {
            HealthOptionsMessage health = message.HealthAnalysisOptions ??= new();
            health.Enable = tab.AnalyseHealth;
            health.DaysOfAnalysis = tab.HealthDays;
        }

        if (message.StatusCustomizationOptions is not null || tab.MaxAcceptableFlakinessPct != 0 || tab.MinAcceptableRuns != 0 || tab.IgnoredStatuses.Count > 0)
        {
            StatusOptionsMessage status = message.StatusCustomizationOptions ??= new();
            status.MaxAcceptableFlakiness = tab.MaxAcceptableFlakinessPct;
            status.MinAcceptableRuns = tab.MinAcceptableRuns;
            status.IgnoredTestStatuses.Clear();
            status.IgnoredTestStatuses.AddRange(tab.IgnoredStatuses);
        }

        return message;
    }

    private static void SetAlerts(DashboardTabMessage message, StateTab tab)
    {
        if (tab.StaleResultsHours is null && tab.FailuresToAlert is null && tab.PassesToDisableAlert is null)
        {
            message.AlertOptions = null;
            return;
        }

        AlertOptionsMessage alerts = message.AlertOptions ??= new();
        alerts.AlertStaleResultsHours = tab.StaleResultsHours ?? 0;
        alerts.NumFailuresToAlert = tab.FailuresToAlert ?? 0;
        alerts.NumPassesToDisableAlert = tab.PassesToDisableAlert ?? 0;
    }
}
