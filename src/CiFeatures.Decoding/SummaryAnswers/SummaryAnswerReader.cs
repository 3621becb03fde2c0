using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.SummaryAnswers;

/// <summary>Reads summary answers of TestGrid (<c>/{dashboard}/summary</c>) of all years.</summary>
/// <remarks>
/// Times were published in seconds or in milliseconds depending on field and year. They are told apart by size: below 10¹¹ is seconds
/// (as seconds that is the year 5138, as milliseconds March 1973), from 10¹⁴ microseconds. 0 means that there is no time.
/// </remarks>
public static class SummaryAnswerReader
{
    /// <summary>Reads a summary answer.</summary>
    /// <param name="utf8">The answer after decompression (see <see cref="GzipPayload"/>); a byte order mark is tolerated.</param>
    /// <param name="dashboard">The dashboard it was asked for.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the answer may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>The jobs in published order; none for an empty object.</returns>
    /// <exception cref="CiFeaturesException">The bytes are not JSON, not a summary answer, damaged or too large; the place gives dashboard, path and byte.</exception>
    public static DashboardSummary Read(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        IssueLog log = new(issues, new JobKey(dashboard, ""), (limits ?? DecodeLimits.Default).MaxIssues);
        AnswerReader answer = AnswerReader.Open(utf8, log, limits ?? DecodeLimits.Default);
        try
        {
            DashboardSummary summary = new(dashboard, ReadRoot(ref answer));
            log.Complete();
            return summary;
        }
        catch (JsonException e)
        {
            throw answer.Damage(e);
        }
    }

    private static List<JobSummary> ReadRoot(ref AnswerReader answer)
    {
        answer.Read();
        if (answer.Token != JsonTokenType.StartObject)
        {
            DecodingErrors.NotASummary($"it is {AnswerReader.Describe(answer.Token)}, not an object.", answer.Place());
        }

        List<JobSummary> jobs = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        string? firstOther = null;
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            string job = answer.Name();
            answer.Read();
            answer.Issues.Key = answer.Issues.Key with { Job = job };
            if (answer.Token == JsonTokenType.StartObject)
            {
                AddJob(ref answer, jobs, places, job);
                continue;
            }

            firstOther ??= job;
            answer.Issues.Add(
                DecodingCodes.SummaryEntry, DecodeRepair.Ignored, "", $"byte {answer.Position}",
                $"The entry is {AnswerReader.Describe(answer.Token)}, not an object; the job was left out.");
            answer.Skip();
        }

        answer.Issues.Key = answer.Issues.Key with { Job = "" };
        CheckIsSummary(ref answer, jobs, firstOther);

        // Whatever follows the closing brace is damage; the reader says so.
        answer.Read();
        return jobs;
    }

    private static void AddJob(ref AnswerReader answer, List<JobSummary> jobs, Dictionary<string, int> places, string job)
    {
        if (jobs.Count >= answer.Limits.MaxTests)
        {
            DecodingErrors.TooLarge("or more jobs", jobs.Count + 1L, answer.Limits.MaxTests, nameof(DecodeLimits.MaxTests), answer.Place());
        }

        long position = answer.Position;
        JobSummary summary = JobSummaryReader.Read(ref answer, job);
        if (places.TryGetValue(job, out int place))
        {
            jobs[place] = summary;
            answer.Issues.Add(DecodingCodes.SummaryEntry, DecodeRepair.Noted, "", $"byte {position}", "The job is listed twice; the last entry holds.");
            return;
        }

        places.Add(job, jobs.Count);
        jobs.Add(summary);
    }

    // A table answer is an object too; its "tests" and "timestamps" are lists, which no entry of a summary is. An error text such
    // as {"error":"…"} has nothing but texts.
    private static void CheckIsSummary(ref AnswerReader answer, List<JobSummary> jobs, string? firstOther)
    {
        if (firstOther is not null && jobs.TrueForAll(j => j.OverallStatus.State == PublishedState.Absent && j.StatusText.State == PublishedState.Absent))
        {
            DecodingErrors.NotASummary(
                $"no entry is a job's, and \"{(firstOther.Length > 60 ? firstOther[..60] + "…" : firstOther)}\" is not even an object.", answer.Issues.Key.Dashboard);
        }
    }
}
