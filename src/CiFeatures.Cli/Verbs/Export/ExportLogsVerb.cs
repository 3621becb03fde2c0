using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Verbs.Builds;
using CiFeatures.Features.Artifacts;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Writes the logs of a job's builds as one Parquet file that pandas reads with the build id as its index.</summary>
internal static class ExportLogsVerb
{
    private const string LogPath = "build-log.txt";

    public static Command Create(VerbRunner runner)
    {
        var builds = new BuildOptions();
        var files = new ExportOptions("The Parquet file to write.", "F.parquet");
        var nulls = new Option<bool>("--null-missing") { Description = "Write null for builds without a log; by default they have an empty text, as in the AI4CI notebook." };
        var command = new Command("logs", "Write the build logs of a job as Parquet: the build id as pandas' index, and a column log.")
        {
            builds.From, builds.Snapshot, builds.Job, files.Out, files.Force, files.MaxBytes, nulls,
        };
        runner.Bind(command, context =>
        {
            IReadOnlyList<PlannedBuild> plan = builds.PlanOne(context);
            var export = new BuildFileExport(plan, LogPath, files.Limit(context), context.Cancellation);
            string path = context.PathOf(files.Out);
            string? missing = context.Get(nulls) ? null : "";
            _ = context.WithProgress("exporting", progress =>
            {
                SafeOutputFile.Write(
                    path,
                    context.Get(files.Force),
                    stream =>
                    {
                        using var writer = new LogTableWriter(stream);
                        export.Run(_ => null, (build, log) => writer.Add(build.Key.Build, log, missing), progress);
                        writer.Complete();
                    },
                    context.Cancellation);
                return plan.Count;
            });
            return ExportOptions.Tell(context, "export-logs", path, export);
        });
        return command;
    }
}
