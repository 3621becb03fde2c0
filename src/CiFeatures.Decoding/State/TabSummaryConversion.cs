using System.Globalization;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.State.Messages;

namespace CiFeatures.Decoding.State;

/// <summary>Turns the summaries of jobs from messages into the domain's and back.</summary>
internal static class TabSummaryConversion
{
    // The year 9999.
    private const double LastSeconds = 253_402_300_799;

    /// <summary>The summary of a message.</summary>
    /// <param name="tab">The message.</param>
    /// <param name="issues">Gets what is repaired.</param>
    public static JobSummary FromMessage(TabSummaryMessage tab, IssueLog issues)
    {
        JobSummary job = new()
        {
            Job = tab.DashboardTabName,
            DashboardName = StateTexts.Optional(tab.DashboardName),
            Alert = StateTexts.Optional(tab.Alert),
            LastRunTimeMs = Time(tab.LastRunTimestamp, "last_run_timestamp", "", issues),
            LastUpdateTimeMs = Time(tab.LastUpdateTimestamp, "last_update_timestamp", "", issues),
            LatestGreen = StateTexts.Optional(tab.LatestGreen),
            OverallStatus = Status(tab.OverallStatus, issues),
            StatusText = StateTexts.Optional(tab.Status),
            BugUrl = StateTexts.Optional(tab.BugUrl),
            Healthiness = tab.Healthiness is { } health ? Published<string>.Of(HealthinessJson.Write(health)) : default,
            Alerts = [.. tab.FailingTestSummaries.Select(t => FailingTestConversion.FromMessage(t, issues))],
        };
        SortedDictionary<string, string> others = new(StringComparer.Ordinal);
        StateFields.Keep(others, StateFields.Tab, Rest(tab));
        return others.Count == 0 ? job : job with { OtherFields = others };
    }

    /// <summary>The message of a summary.</summary>
    /// <param name="job">The summary.</param>
    /// <param name="dashboard">The dashboard, for a summary that does not name it.</param>
    public static TabSummaryMessage ToMessage(JobSummary job, string dashboard)
    {
        TabSummaryMessage tab = StateFields.Read(TabSummaryMessage.Shape, StateFields.Find(job.OtherFields, StateFields.Tab));
        tab.DashboardName = job.DashboardName.ValueOr(dashboard);
        tab.DashboardTabName = job.Job;
        tab.Alert = job.Alert.ValueOr("");
        tab.LastRunTimestamp = Seconds(job.LastRunTimeMs);
        tab.LastUpdateTimestamp = Seconds(job.LastUpdateTimeMs);
        tab.LatestGreen = job.LatestGreen.ValueOr("");
        tab.OverallStatus = job.OverallStatus.ValueOrDefault() is { } status && TabStatuses.TryParse(status, out TabStatus number) ? (int)number : 0;
        tab.Status = job.StatusText.ValueOr("");
        tab.BugUrl = job.BugUrl.ValueOr("");
        tab.FailingTestSummaries.AddRange(job.Alerts.Select(FailingTestConversion.ToMessage));

        // The message of the block was kept whole; a block that only a summary answer had is read from its JSON.
        tab.Healthiness ??= job.Healthiness.ValueOrDefault() is { } json ? HealthinessJson.Read(json) : null;
        return tab;
    }

    /// <summary>Seconds since 1970 UTC as milliseconds; null for 0. What is no time is reported and counts as none.</summary>
    /// <param name="seconds">The seconds.</param>
    /// <param name="field">The field, for the report.</param>
    /// <param name="test">The test, or empty.</param>
    /// <param name="issues">Gets the report.</param>
    public static long? Time(double seconds, string field, string test, IssueLog issues)
    {
        if (seconds is >= 0 and <= LastSeconds)
        {
            long ms = (long)Math.Round(seconds * 1000);
            return ms == 0 ? null : ms;
        }

        issues.Add(
            DecodingCodes.UnusableTime, DecodeRepair.Ignored, test, field,
            string.Create(CultureInfo.InvariantCulture, $"\"{field}\" is {seconds} seconds, which is no time."));
        return null;
    }

    /// <summary>Milliseconds since 1970 UTC as seconds; 0 for none.</summary>
    /// <param name="milliseconds">The milliseconds.</param>
    public static double Seconds(long? milliseconds) => (milliseconds ?? 0) / 1000.0;

    // "Not set" is absent; "unknown" is published as the empty text.
    private static Published<string> Status(int status, IssueLog issues)
    {
        if (status == (int)TabStatus.NotSet)
        {
            return default;
        }

        if (!Enum.IsDefined((TabStatus)status))
        {
            issues.Add(
                DecodingCodes.UnusableNumber, DecodeRepair.Ignored, "", "overall_status",
                $"The overall status is {status.ToString(CultureInfo.InvariantCulture)}, which is none from 0 to 8.");
            return default;
        }

        return Published<string>.Of(TabStatuses.Name((TabStatus)status));
    }

    private static byte[] Rest(TabSummaryMessage tab)
    {
        TabSummaryMessage rest = new()
        {
            Healthiness = tab.Healthiness,
            AcceptablyFlaky = tab.AcceptablyFlaky,
            SummaryMetrics = tab.SummaryMetrics,
            Unknown = tab.Unknown,
        };
        rest.LinkedIssues.AddRange(tab.LinkedIssues);
        return StateFields.Bytes(TabSummaryMessage.Shape, rest);
    }
}
