using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation.Answers;

public sealed class SnapshotAnswerSinkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cifeatures-simulated-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_IntoAStore_MakesSnapshotsThatCanBeRead()
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(_folder, TimeProvider.System);
        SimulationOptions options = SimulatedRun.Little(3) with { Snapshots = 2, Oddities = OddityLevel.All, JobsPerDashboard = [1, 3] };
        var truth = new MemoryTruthSink();
        using var sink = new SnapshotAnswerSink(store, options.Seed);

        SimulationResult result = Simulator.Run(options, sink, truth, progress: null, CancellationToken.None);

        sink.SnapshotIds.Count.ShouldBe(2);
        IReadOnlyList<SnapshotReader> snapshots = store.OpenSnapshots(SnapshotStore.All);
        snapshots.Select(snapshot => snapshot.SnapshotId).ShouldBe(sink.SnapshotIds);
        snapshots[^1].Created.ShouldBe(options.End);
        long cells = 0;
        foreach (SnapshotReader snapshot in snapshots)
        {
            foreach (string dashboard in snapshot.Dashboards)
            {
                foreach (string job in snapshot.JobsWithTable(dashboard))
                {
                    var issues = new List<DecodeIssue>();
                    JobGrid grid = snapshot.ReadGrid(new JobKey(dashboard, job), issues);
                    issues.ShouldBeEmpty();
                    cells += grid.CellCount;
                }
            }
        }

        cells.ShouldBe(result.Cells);
        snapshots[^1].Dashboards.SelectMany(snapshots[^1].JobsWithTable).ShouldContain(job => job.Contains('/', StringComparison.Ordinal));
    }
}
