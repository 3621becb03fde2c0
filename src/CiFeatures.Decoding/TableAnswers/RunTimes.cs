using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Notes start times of runs that cannot be right. They are kept: which of them is wrong cannot be told.</summary>
internal static class RunTimes
{
    /// <summary>Adds at most one issue about the order and one about times that are implausible; unknown times (0) are passed over.</summary>
    /// <param name="timesMs">Start times in milliseconds since 1970 UTC; should be newest first.</param>
    /// <param name="issues">Gets what is noted.</param>
    public static void Check(ReadOnlySpan<long> timesMs, IssueLog issues)
    {
        int older = -1;
        Finding order = default;
        Finding implausible = default;
        for (int run = 0; run < timesMs.Length; run++)
        {
            if (timesMs[run] == 0)
            {
                continue;
            }

            if (!UnixTime.IsPlausible(timesMs[run]))
            {
                implausible = implausible.And(run, run);
            }

            if (older >= 0 && timesMs[run] > timesMs[older])
            {
                order = order.And(run, older);
            }

            older = run;
        }

        if (order.Count > 0)
        {
            issues.Add(
                DecodingCodes.RunOrder, DecodeRepair.Noted, "", $"run {order.Run}",
                $"Runs should be newest first, but {order.Count} of {timesMs.Length} start after the run before them in the list; the first is run {order.Run} of "
                + $"{UnixTime.Describe(timesMs[order.Run])} after run {order.Before} of {UnixTime.Describe(timesMs[order.Before])}.");
        }

        if (implausible.Count > 0)
        {
            issues.Add(
                DecodingCodes.ImplausibleTime, DecodeRepair.Noted, "", $"run {implausible.Run}",
                $"{implausible.Count} of {timesMs.Length} runs start before 1990 or after 2099; the first is run {implausible.Run} of {UnixTime.Describe(timesMs[implausible.Run])}.");
        }
    }

    /// <summary>The first place of a fault and how often it occurs.</summary>
    private readonly record struct Finding(int Run, int Before, int Count)
    {
        public Finding And(int run, int before) => Count == 0 ? new(run, before, 1) : this with { Count = Count + 1 };
    }
}
