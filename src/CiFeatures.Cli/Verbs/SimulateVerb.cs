using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Simulation;
using CiFeatures.Simulation.Answers;
using CiFeatures.Simulation.Truth;

namespace CiFeatures.Cli.Verbs;

/// <summary>Makes a store of TestGrid answers that look real, together with their truth.</summary>
internal sealed class SimulateVerb
{
    private readonly Option<ulong> _seed = new("--seed") { Description = "The seed; the same seed gives the same bytes.", Required = true, HelpName = "N" };
    private readonly Option<string?> _into = new("--into") { Description = "The snapshot store that gets the answers; made when it is not there.", HelpName = "STORE" };
    private readonly Option<string?> _tree = new("--tree") { Description = "Instead of a store: a folder that gets the answers as a plain tree.", HelpName = "DIR" };
    private readonly Option<string?> _truth = new("--truth") { Description = "The folder that gets the truth: tests.csv, runs.csv, jobs.csv, truth.json; with builds, builds.csv and log-lines.csv too.", HelpName = "DIR" };
    private readonly Option<string> _preset = Choice.Of("--preset", "The size to start from.", SimulationPreset.Small);
    private readonly Option<int?> _dashboards = new("--dashboards") { Description = "How many dashboards.", HelpName = "N" };
    private readonly Option<int?> _jobs = new("--jobs") { Description = "Jobs in each dashboard.", HelpName = "N" };
    private readonly Option<int?> _runs = new("--runs") { Description = "Runs that each answer shows.", HelpName = "N" };
    private readonly Option<int> _builds = new("--builds") { Description = "Builds with logs and artifacts for each job; into a store only.", HelpName = "N" };
    private readonly Option<double?> _scale = new("--tests-scale") { Description = "Factor on the measured number of tests per job.", HelpName = "X" };
    private readonly Option<DateTimeOffset?> _end = new("--end") { Description = "When the newest snapshot is taken, UTC when no zone is given.", HelpName = "TIME", CustomParser = UtcTime.Parse };
    private readonly Option<int> _snapshots = new("--snapshots") { Description = "How many snapshots, a week apart, whose windows overlap.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<bool> _noDurations = new("--no-durations") { Description = "Leave the durations out, as an answer without graph-metrics does." };
    private readonly Option<string> _oddities = Choice.Of("--oddities", "How many of the oddities of real answers: none, as often as real, or all.", OddityLevel.Real);
    private readonly Option<string> _era = new("--era") { Description = "The year whose answers are imitated; fields and units changed.", DefaultValueFactory = _ => "2021" };

    private SimulateVerb() => _era.AcceptOnlyFromAmong("2020", "2021-winter", "2021", "2022");

    public static Command Create(VerbRunner runner)
    {
        var verb = new SimulateVerb();
        var command = new Command("simulate", "Make a store of TestGrid answers that look real, with the truth about them.")
        {
            verb._seed, verb._into, verb._tree, verb._truth, verb._preset, verb._dashboards, verb._jobs, verb._runs,
            verb._builds, verb._scale, verb._end, verb._snapshots, verb._noDurations, verb._oddities, verb._era,
        };
        runner.Bind(command, verb.Run);
        return command;
    }

    private int Run(VerbContext context)
    {
        string? into = context.Get(_into);
        string? tree = context.Get(_tree);
        if (into is null == tree is null)
        {
            throw CliErrors.Option("--into and --tree", into is null ? "Nothing says where the answers go" : "Both say where the answers go", "Give one of the two.");
        }

        SimulationOptions options = Options(context);
        string place = context.Environment.FullPath(into ?? tree!);
        if (context.Get(_truth) is { } truth)
        {
            using var sink = new FolderTruthSink(context.Environment.FullPath(truth));
            return Simulate(context, options, into is not null, place, sink);
        }

        return Simulate(context, options, into is not null, place, new MemoryTruthSink());
    }

    private static int Simulate(VerbContext context, SimulationOptions options, bool intoStore, string place, ITruthSink truth)
    {
        SimulationResult result;
        if (intoStore)
        {
            using var sink = new SnapshotAnswerSink(SnapshotStore.OpenOrCreate(place, context.Environment.Time), options.Seed);
            result = Work(context, options, sink, truth);
        }
        else
        {
            result = Work(context, options, new FolderAnswerSink(place, options.Snapshots > 1), truth);
        }

        Tell(context, result, place);
        return ExitCodes.Ok;
    }

    private static SimulationResult Work(VerbContext context, SimulationOptions options, IAnswerSink answers, ITruthSink truth) =>
        context.WithProgress("simulating", progress => Simulator.Run(
            options,
            answers,
            truth,
            new Listener<SimulationProgress>(p => progress.Report(new ProgressStep(p.JobsDone, p.JobsTotal, p.Job))),
            context.Cancellation));

    private SimulationOptions Options(VerbContext context)
    {
        SimulationOptions options = SimulationOptions.For(Choice.Value<SimulationPreset>(context.Get(_preset)!), context.Get(_seed));
        int dashboards = context.Get(_dashboards) ?? options.Dashboards.Count;
        return options with
        {
            Dashboards = context.Get(_dashboards) is null ? options.Dashboards : SimulationOptions.NamesFor(dashboards),
            JobsPerDashboard = context.Get(_jobs) is { } jobs
                ? [.. Enumerable.Repeat(jobs, Math.Max(dashboards, 0))]
                : [.. Enumerable.Range(0, Math.Max(dashboards, 0)).Select(d => options.JobsPerDashboard[Math.Min(d, options.JobsPerDashboard.Count - 1)])],
            RunsPerJob = context.Get(_runs) ?? options.RunsPerJob,
            BuildsPerJob = context.Get(_builds),
            TestsScale = context.Get(_scale) ?? options.TestsScale,
            End = context.Get(_end) ?? options.End,
            Snapshots = context.Get(_snapshots),
            Durations = options.Durations && !context.Get(_noDurations),
            Oddities = Choice.Value<OddityLevel>(context.Get(_oddities)!),
            Era = context.Get(_era) switch
            {
                "2020" => ServiceEra.Autumn2020,
                "2021-winter" => ServiceEra.Winter2021,
                "2022" => ServiceEra.Year2022,
                _ => ServiceEra.Summer2021,
            },
        };
    }

    private static void Tell(VerbContext context, SimulationResult result, string place)
    {
        if (context.Json)
        {
            JsonOutput.Print(context, "simulate", json =>
            {
                json.WriteString("out", place);
                json.WriteNumber("dashboards", result.Dashboards);
                json.WriteNumber("jobs", result.Jobs);
                json.WriteNumber("tables", result.Tables);
                json.WriteNumber("tests", result.Rows);
                json.WriteNumber("runs", result.Columns);
                json.WriteNumber("cells", result.Cells);
                json.WriteNumber("alerts", result.Alerts);
                json.WriteNumber("bytes", result.Bytes);
                json.WriteNumber("builds", result.Builds);
            });
            return;
        }

        context.Environment.Output.WriteLine($"{result.Dashboards} dashboards, {result.Jobs} jobs, {result.Tables} tables with {Printable.Count(result.Rows)} tests, {Printable.Count(result.Columns)} runs, {Printable.Count(result.Cells)} cells and {result.Alerts} alerts");
        if (result.Builds > 0)
        {
            context.Environment.Output.WriteLine($"{Printable.Count(result.Builds)} builds with {Printable.Count(result.BuildBytes)} bytes of logs and artifacts");
        }

        context.Environment.Output.WriteLine(place);
    }
}
