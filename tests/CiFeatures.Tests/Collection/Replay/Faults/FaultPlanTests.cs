using System.Globalization;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;

namespace CiFeatures.Tests.Collection.Replay.Faults;

public class FaultPlanTests
{
    private static readonly ReplayOptions Options = new()
    {
        Faults = ReplayFault.Parse("503:0.05,reset:0.02,truncate:0.01,slow:0.01,429:0.05"),
        Latency = ReplayLatency.Parse("20ms-80ms"),
        Seed = 7,
    };

    [Fact]
    public void Next_ManyTargets_MeetTheAskedShares()
    {
        const int Count = 200_000;
        var plan = new FaultPlan(Options);
        Dictionary<string, int> met = Enumerable.Range(0, Count).Select(i => plan.Next($"/d/table?tab=job-{i}").Fault?.Name ?? "")
            .GroupBy(n => n, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

        foreach (ReplayFault fault in Options.Faults)
        {
            // Five standard deviations of a binomial count.
            double spread = 5 * Math.Sqrt(fault.Share * (1 - fault.Share) / Count);
            ((double)met[fault.Name] / Count).ShouldBe(fault.Share, spread, fault.Name);
        }
    }

    [Fact]
    public void Next_OneTargetAskedOften_MeetsTheAskedShares()
    {
        const int Count = 20_000;
        var plan = new FaultPlan(Options with { Faults = ReplayFault.Parse("503:0.25") });
        bool[] met = [.. Enumerable.Range(0, Count).Select(_ => plan.Next("/d/summary").Fault is not null)];

        ((double)met.Count(m => m) / Count).ShouldBe(0.25, 5 * Math.Sqrt(0.25 * 0.75 / Count));

        // One fault says nothing about the next request.
        ((double)met.Zip(met.Skip(1)).Count(p => p is (true, true)) / Count).ShouldBe(0.0625, 0.01);
    }

    [Fact]
    public void Next_InAnyOrderAndFromManyThreads_MeetsTheSameForTheSameRequest()
    {
        string[] targets = [.. Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        string[] requests = [.. Enumerable.Repeat(targets, 4).SelectMany(t => t)];
        string[] expected = Met(requests.AsParallel().WithDegreeOfParallelism(1), new FaultPlan(Options));

        Met(requests.Reverse().AsParallel().WithDegreeOfParallelism(1), new FaultPlan(Options)).ShouldBe(expected);
        Met(requests.AsParallel().WithDegreeOfParallelism(8), new FaultPlan(Options)).ShouldBe(expected);
        Met(requests.AsParallel(), new FaultPlan(Options with { Seed = 8 })).ShouldNotBe(expected);

        static string[] Met(ParallelQuery<string> requests, FaultPlan plan) =>
            [.. requests.Select(t => (Target: t, Draw: plan.Next(t))).Select(d => $"{d.Target} {d.Draw.Earlier} {d.Draw.Fault?.Name} {d.Draw.Latency.Ticks}").Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Next_ARangeOfLatencies_IsUsedEvenly()
    {
        var plan = new FaultPlan(Options);
        double[] times = [.. Enumerable.Range(0, 10_000).Select(i => plan.Next($"/{i}").Latency.TotalMilliseconds)];

        times.Min().ShouldBeInRange(20, 20.1);
        times.Max().ShouldBeInRange(79.9, 80);
        times.Average().ShouldBe(50, 1);
    }
}
