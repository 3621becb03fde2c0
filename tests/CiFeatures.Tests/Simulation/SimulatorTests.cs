using CiFeatures.Simulation;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation;

public class SimulatorTests
{
    [Fact]
    public void Run_SameSeed_GivesTheSameBytesAndTruth()
    {
        SimulatedRun first = SimulatedRun.Of(SimulatedRun.Little(11));
        SimulatedRun second = SimulatedRun.Of(SimulatedRun.Little(11));

        first.Sink.Snapshots[0].Answers.Keys.ShouldBe(second.Sink.Snapshots[0].Answers.Keys);
        foreach ((string path, byte[] body) in first.Sink.Snapshots[0].Answers)
        {
            body.AsSpan().SequenceEqual(second.Sink.Snapshots[0].Answers[path]).ShouldBeTrue(path);
        }

        first.Truth.Tests.ShouldBe(second.Truth.Tests);
        first.Truth.Runs.ShouldBe(second.Truth.Runs);
        first.Result.ShouldBe(second.Result);
    }

    [Fact]
    public void Run_OtherSeed_GivesOtherBytes()
    {
        SimulatedRun first = SimulatedRun.Of(SimulatedRun.Little(11));
        SimulatedRun second = SimulatedRun.Of(SimulatedRun.Little(12));

        first.Sink.Snapshots[0].Answers.Values.Sum(body => body.Length).ShouldNotBe(second.Sink.Snapshots[0].Answers.Values.Sum(body => body.Length));
    }

    [Fact]
    public void Run_OneJobMore_LeavesTheOthersAsTheyWere()
    {
        SimulationOptions options = SimulatedRun.Little(3);
        SimulatedRun few = SimulatedRun.Of(options);
        SimulatedRun more = SimulatedRun.Of(options with { JobsPerDashboard = [1, 3] });

        foreach ((string path, byte[] body) in few.Sink.Snapshots[0].Answers.Where(answer => answer.Key.Contains("\ntable\n", StringComparison.Ordinal)))
        {
            more.Sink.Snapshots[0].Answers[path].AsSpan().SequenceEqual(body).ShouldBeTrue(path);
        }
    }

    [Fact]
    public void Run_SeveralSnapshots_OverlapAndAgreeWhereTheyDo()
    {
        SimulatedRun run = SimulatedRun.Of(SimulatedRun.Little(5) with { Snapshots = 3, SnapshotSpacing = TimeSpan.FromDays(3), Oddities = OddityLevel.None });

        run.Sink.Ended.ShouldBe(3);
        run.Sink.Snapshots.Select(snapshot => snapshot.TakenAt).ShouldBeInOrder();
        PlainTable older = run.Tables(1).First();
        PlainTable newer = run.Table(older.Dashboard, older.Job, 2);
        string[] common = [.. older.Builds.Intersect(newer.Builds)];
        common.Length.ShouldBeGreaterThan(3);
        common.Length.ShouldBeLessThan(newer.Builds.Length);
        Dictionary<string, PlainRow> rows = newer.Rows.ToDictionary(row => row.Name);
        int compared = 0;
        foreach (PlainRow row in older.Rows.Where(row => rows.ContainsKey(row.Name)))
        {
            foreach (string build in common)
            {
                int before = row.Cells[Array.IndexOf(older.Builds, build)];
                int after = rows[row.Name].Cells[Array.IndexOf(newer.Builds, build)];

                // Only what was still running may change.
                bool wasRunning = older.Rows.Any(other => other.Cells[Array.IndexOf(older.Builds, build)] == 4);
                (before == after || wasRunning).ShouldBeTrue($"{row.Name} {build}: {before} became {after}");
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Run_AnyOptions_CountsWhatItWrote()
    {
        SimulatedRun run = SimulatedRun.Of(SimulatedRun.Little(8));
        PlainTable[] tables = [.. run.Tables()];

        run.Result.Tables.ShouldBe(tables.Length);
        run.Result.Rows.ShouldBe(tables.Sum(table => table.Rows.Length));
        run.Result.Columns.ShouldBe(tables.Sum(table => table.Builds.Length));
        run.Result.Cells.ShouldBe(tables.Sum(table => (long)table.Rows.Length * table.Builds.Length));
        run.Result.Alerts.ShouldBe(tables.Sum(table => table.Rows.Count(row => row.HasAlert)));
        run.Result.Bytes.ShouldBe(run.Sink.Snapshots[0].Answers.Values.Sum(body => (long)body.Length));
    }

    [Fact]
    public void Run_ProgressAsked_HearsOfEachJob()
    {
        var heard = new Heard();

        Simulator.Run(SimulatedRun.Little(2), new MemoryAnswerSink(), new MemoryTruthSink(), heard, CancellationToken.None);

        heard.Reports.Select(report => report.JobsDone).ShouldBe([1, 2, 3]);
        heard.Reports.ShouldAllBe(report => report.JobsTotal == 3);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() =>
            Simulator.Run(SimulatedRun.Little(2), new MemoryAnswerSink(), new MemoryTruthSink(), progress: null, cancelled.Token));
    }

    private sealed class Heard : IProgress<SimulationProgress>
    {
        public List<SimulationProgress> Reports { get; } = [];

        public void Report(SimulationProgress value) => Reports.Add(value);
    }
}
