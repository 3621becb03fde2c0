using CiFeatures.Core.Errors;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Reads the summary objects of a TestGrid bucket (<c>summary/summary-…</c>), protobuf that is not compressed.</summary>
/// <remarks>Fields that a <see cref="JobSummary"/> has no place for are kept in <c>OtherFields</c> under names that begin with <c>state:</c>, and <see cref="StateSummaryWriter"/> writes them back.</remarks>
public static class StateSummaryReader
{
    /// <summary>Reads a summary object.</summary>
    /// <param name="body">The object as stored; no bytes at all are a summary without jobs.</param>
    /// <param name="dashboard">The dashboard it is stored for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the object may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The jobs in stored order.</returns>
    /// <exception cref="CiFeaturesException">CIF1150: the bytes are not a whole protobuf summary. CIF1103: it is larger than the limits allow.</exception>
    public static DashboardSummary Read(ReadOnlySpan<byte> body, string dashboard, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        limits ??= DecodeLimits.Default;
        IssueLog log = new(issues, new(dashboard, ""), limits.MaxIssues);
        PlainObject.Check(body, dashboard, limits);
        DashboardSummaryMessage message = DashboardSummaryMessage.Shape.Read(body, new WireContext(log, limits, new AsciiPool()));
        if (message.TabSummaries.Count > limits.MaxTests)
        {
            DecodingErrors.TooLarge("jobs", message.TabSummaries.Count, limits.MaxTests, nameof(DecodeLimits.MaxTests), dashboard);
        }

        List<JobSummary> jobs = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        foreach (TabSummaryMessage tab in message.TabSummaries)
        {
            log.Key = new(dashboard, tab.DashboardTabName);
            JobSummary job = TabSummaryConversion.FromMessage(tab, log);
            if (places.TryAdd(job.Job, jobs.Count))
            {
                jobs.Add(job);
                continue;
            }

            jobs[places[job.Job]] = job;
            log.Add(DecodingCodes.SummaryEntry, DecodeRepair.Noted, "", "tab_summaries", "The job is listed twice; the last entry holds.");
        }

        log.Key = new(dashboard, "");
        log.Complete();
        return new(dashboard, jobs);
    }
}
