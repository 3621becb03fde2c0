using CiFeatures.Core.Errors;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Truth;
using CiFeatures.Tests.Simulation.Support;

namespace CiFeatures.Tests.Simulation;

public class OptionsCheckTests
{
    private static readonly SimulationOptions Good = SimulatedRun.Little(1);

    public static TheoryData<string, string, SimulationOptions> BadOptions() => new()
    {
        { "dashboards", SimulationErrors.BadOption, Good with { Dashboards = [], JobsPerDashboard = [] } },
        { "dashboards", SimulationErrors.BadOption, Good with { Dashboards = ["a", "a"] } },
        { "dashboards", SimulationErrors.BadOption, Good with { Dashboards = ["a", " "] } },
        { "dashboards", SimulationErrors.BadOption, Good with { Dashboards = ["a", "b\0c"] } },
        { "jobs", SimulationErrors.BadOption, Good with { JobsPerDashboard = [1] } },
        { "jobs", SimulationErrors.BadOption, Good with { JobsPerDashboard = [1, 0] } },
        { "jobs", SimulationErrors.TooLarge, Good with { JobsPerDashboard = [1, 1_000_000] } },
        { "tests-scale", SimulationErrors.BadOption, Good with { TestsScale = 0 } },
        { "tests-scale", SimulationErrors.BadOption, Good with { TestsScale = double.NaN } },
        { "tests", SimulationErrors.BadOption, Good with { FewestTests = 10, MostTests = 5 } },
        { "runs", SimulationErrors.BadOption, Good with { RunsPerJob = 0 } },
        { "runs", SimulationErrors.BadOption, Good with { RunsPerJob = 1_000_000 } },
        { "snapshots", SimulationErrors.BadOption, Good with { Snapshots = 0 } },
        { "snapshot-spacing", SimulationErrors.BadOption, Good with { Snapshots = 2, SnapshotSpacing = TimeSpan.Zero } },
        { "end", SimulationErrors.BadOption, Good with { End = DateTimeOffset.MinValue } },
        { "start", SimulationErrors.BadOption, Good with { Start = Good.End } },
        { "oddities", SimulationErrors.BadOption, Good with { Oddities = (OddityLevel)9 } },
        { "era", SimulationErrors.BadOption, Good with { Era = (ServiceEra)9 } },
    };

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void Run_BadOption_SaysWhichAndWritesNothing(string option, string code, SimulationOptions options)
    {
        var sink = new MemoryAnswerSink();

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => Simulator.Run(options, sink, new MemoryTruthSink(), progress: null, CancellationToken.None));

        error.Code.ShouldBe(code);
        error.Kind.ShouldBe(ErrorKind.Usage);
        error.Place.ShouldBe(option);
        error.Remedy.ShouldNotBeEmpty();
        sink.Snapshots.ShouldBeEmpty();
    }

    [Fact]
    public void Run_StartGiven_ShowsNoOlderRun()
    {
        SimulationOptions options = Good with { Start = Good.End.AddDays(-9), Oddities = OddityLevel.None };

        SimulatedRun run = SimulatedRun.Of(options);

        run.Tables().SelectMany(table => table.Times).ShouldAllBe(time => time >= options.Start.Value.ToUnixTimeMilliseconds() - 1000 && time <= options.End.ToUnixTimeMilliseconds());
    }
}
