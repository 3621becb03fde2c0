using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Reads summaries of the v1 API: the answers of <c>/dashboards/{d}/tab-summaries</c> and, as a summary of one job, of <c>…/tab-summaries/{t}</c>.</summary>
/// <remarks>
/// The status text and the newest green build come under other names here. A status that is left out is the empty text, as in the other sources.
/// The list of alerts is cut: the service gives the five tests that fail most often, with name, count and times only; how many there are is
/// in <see cref="JobSummary.OtherFields"/> under <c>num_failing_tests</c>. The name it gives is the one that is shown; it stands for the test's name too. Healthiness is kept as its JSON text. This source has no alert text, icon, link or bugs.
/// </remarks>
public static class ApiSummaryReader
{
    /// <summary>Reads the answer.</summary>
    /// <param name="tabSummariesUtf8">The answer after decompression.</param>
    /// <param name="dashboard">The dashboard it was asked for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the answer may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The jobs in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not such an answer, damaged or too large; the place gives dashboard, path and byte.</exception>
    public static DashboardSummary Read(
        ReadOnlySpan<byte> tabSummariesUtf8, string dashboard, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        DecodeLimits bounds = limits ?? DecodeLimits.Default;
        IssueLog log = new(issues, new JobKey(dashboard, ""), bounds.MaxIssues);
        AnswerReader answer = AnswerReader.Open(tabSummariesUtf8, log, bounds);
        List<JobSummary> jobs = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        ApiRoot.Read(
            ref answer, "list of tab summaries",
            (ref reader) =>
            {
                jobs.Clear();
                places.Clear();
                if (reader.Token == JsonTokenType.StartObject)
                {
                    Add(ref reader, jobs, places);
                    return;
                }

                ApiRoot.Entries(ref reader, "tab_summaries", reader.Limits.MaxTests, (ref entry) => Add(ref entry, jobs, places));
            },
            "tab_summaries", "tab_summary");
        log.Complete();
        return new(dashboard, jobs);
    }

    private static void Add(ref AnswerReader answer, List<JobSummary> jobs, Dictionary<string, int> places)
    {
        long position = answer.Position;
        JobSummary job = ApiTabSummaryReader.Read(ref answer);
        if (job.Job.Length == 0)
        {
            answer.Issues.Add(DecodingCodes.ApiEntry, DecodeRepair.Ignored, "", $"tab_summaries, byte {position}", "A tab summary has no tab's name and was left out.");
        }
        else if (places.TryGetValue(job.Job, out int place))
        {
            jobs[place] = job;
            answer.Issues.Add(
                DecodingCodes.SummaryEntry, DecodeRepair.Noted, "", $"tab_summaries, byte {position}", $"The job '{job.Job}' is listed twice; the last entry holds.");
        }
        else
        {
            places.Add(job.Job, jobs.Count);
            jobs.Add(job);
        }

        answer.Issues.Key = answer.Issues.Key with { Job = "" };
    }
}
