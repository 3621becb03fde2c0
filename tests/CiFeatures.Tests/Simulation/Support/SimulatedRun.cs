using System.Text.Json;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Tests.Simulation.Support;

/// <summary>A finished simulation with its answers parsed by the platform's own JSON reader.</summary>
internal sealed class SimulatedRun
{
    private SimulatedRun(SimulationOptions options)
    {
        Result = Simulator.Run(options, Sink, Truth, progress: null, CancellationToken.None);
    }

    public MemoryAnswerSink Sink { get; } = new();

    public MemoryTruthSink Truth { get; } = new();

    public SimulationResult Result { get; }

    public static SimulatedRun Of(SimulationOptions options) => new(options);

    public static SimulationOptions Little(ulong seed) => SimulationOptions.For(SimulationPreset.Small, seed) with { JobsPerDashboard = [1, 2], RunsPerJob = 20 };

    public IEnumerable<PlainTable> Tables(int snapshot = -1)
    {
        var taken = snapshot < 0 ? Sink.Snapshots[^1] : Sink.Snapshots[snapshot];
        foreach (SimulatedAnswer answer in taken.Order)
        {
            if (!answer.IsSummary)
            {
                yield return PlainTable.Parse(answer.Dashboard, answer.Job!, taken.Answers[string.Join('\n', answer.PathParts)]);
            }
        }
    }

    public PlainTable Table(string dashboard, string job, int snapshot = -1) => Tables(snapshot).Single(table => table.Dashboard == dashboard && table.Job == job);

    public JsonElement Summary(string dashboard)
    {
        using JsonDocument document = JsonDocument.Parse(Sink.Snapshots[^1].Answers[dashboard + "\nsummary.json"]);
        return document.RootElement.Clone();
    }
}
