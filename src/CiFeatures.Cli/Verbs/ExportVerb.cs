using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Verbs.Export;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Cli.Verbs;

/// <summary>Writes the decoded grids, and what builds left, in the shape of another tool.</summary>
internal static class ExportVerb
{
    public static Command Create(VerbRunner runner) => new("export", "Write decoded grids, logs and events in the shape of another tool.")
    {
        Notebook(runner), ExportLogsVerb.Create(runner), ExportEventsVerb.Create(runner),
    };

    private static Command Notebook(VerbRunner runner)
    {
        var store = new StoreOptions();
        var output = new Option<string>("--out", "-o") { Description = "The JSON file to write.", Required = true, HelpName = "F.json" };
        var force = new Option<bool>("--force") { Description = "Replace the output when it is already there." };
        var command = new Command("notebook", "Write the AI4CI notebooks' data set: {dashboard: {job: {grid, timestamps}}}.") { store.From, store.Snapshot, output, force };
        runner.Bind(command, context =>
        {
            IReadOnlyList<SnapshotReader> snapshots = store.OpenSnapshots(context);
            if (snapshots.Count != 1)
            {
                throw CliErrors.Option("--snapshot", "The notebooks' shape holds one snapshot", "Name one, or leave --snapshot away for the latest.");
            }

            string path = context.PathOf(output);
            int jobs = context.WithProgress("exporting", progress => Write(snapshots[0], path, context.Get(force), progress, context));
            if (context.Json)
            {
                JsonOutput.Print(context, "export-notebook", json =>
                {
                    json.WriteString("out", path);
                    json.WriteNumber("jobs", jobs);
                });
            }
            else
            {
                context.Environment.Output.WriteLine($"{jobs} jobs written to {path}");
            }

            return ExitCodes.Ok;
        });
        return command;
    }

    private static int Write(SnapshotReader snapshot, string path, bool force, IProgress<ProgressStep> progress, VerbContext context)
    {
        int jobs = 0;
        SafeOutputFile.Write(path, force, stream => jobs = Write(snapshot, stream, progress, context.Cancellation), context.Cancellation);
        return jobs;
    }

    private static int Write(SnapshotReader snapshot, Stream stream, IProgress<ProgressStep> progress, CancellationToken cancellation)
    {
        JobKey[] keys = [.. snapshot.Dashboards.SelectMany(d => snapshot.JobsWithTable(d).Select(j => new JobKey(d, j)))];
        using var export = new NotebookExport(stream);
        var issues = new List<DecodeIssue>();
        for (int i = 0; i < keys.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(new ProgressStep(i, keys.Length, keys[i].Job));
            export.Add(snapshot.ReadGrid(keys[i], issues));
            issues.Clear();
        }

        export.Complete();
        return export.Jobs;
    }
}
