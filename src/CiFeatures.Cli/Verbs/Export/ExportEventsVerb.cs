using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Verbs.Builds;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Writes the event lists of a job's builds as one JSON object: <c>{build: events or ""}</c>.</summary>
internal static class ExportEventsVerb
{
    private const string EventsPath = "artifacts/build-resources/events.json";

    public static Command Create(VerbRunner runner)
    {
        var builds = new BuildOptions();
        var files = new ExportOptions("The JSON file to write.", "F.json");
        var path = new Option<string>("--path") { Description = "The event list's path below a build's folder.", HelpName = "PATH", DefaultValueFactory = _ => EventsPath };
        var command = new Command("events", "Write the event lists of a job's builds as one JSON object: the events as stored, or \"\" for builds without.")
        {
            builds.From, builds.Snapshot, builds.Job, path, files.Out, files.Force, files.MaxBytes,
        };
        runner.Bind(command, context =>
        {
            IReadOnlyList<PlannedBuild> plan = builds.PlanOne(context);
            var export = new BuildFileExport(plan, context.Get(path)!, files.Limit(context), context.Cancellation);
            string output = context.PathOf(files.Out);
            _ = context.WithProgress("exporting", progress =>
            {
                SafeOutputFile.Write(
                    output,
                    context.Get(files.Force),
                    stream =>
                    {
                        var writer = new EventObjectWriter(stream);
                        export.Run(EventObjectWriter.Problem, (build, events) => writer.Add(build.Key.Build, events), progress);
                        writer.Complete();
                    },
                    context.Cancellation);
                return plan.Count;
            });
            return ExportOptions.Tell(context, "export-events", output, export);
        });
        return command;
    }
}
