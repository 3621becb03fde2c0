using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs;

/// <summary>Brings recorded answers into a snapshot store.</summary>
internal static class ImportVerb
{
    public static Command Create(VerbRunner runner) => new("import", "Bring recorded answers into a snapshot store.") { TestGrid(runner) };

    private static Command TestGrid(VerbRunner runner)
    {
        var folder = new Argument<string>("folder") { Description = "A folder with <dashboard>/summary.json[.gz] and <dashboard>/table/<job>.json[.gz].", HelpName = "DIR" };
        var into = new Option<string>("--into") { Description = "The store; made when it is not there.", Required = true, HelpName = "STORE" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "The time of the snapshot, UTC when no zone is given; else now.", HelpName = "TIME" };
        var strict = new Option<bool>("--strict") { Description = "Stop at the first file that cannot be imported, and leave no snapshot." };
        var command = new Command("testgrid", "Import recorded TestGrid answers as a new snapshot.") { folder, into, at, strict };
        at.CustomParser = UtcTime.Parse;
        runner.Bind(command, context =>
        {
            SnapshotStore store = SnapshotStore.OpenOrCreate(context.PathOf(into), context.Environment.Time);
            var options = new ImportOptions { At = context.Get(at), Strict = context.Get(strict) };
            ImportResult result = context.WithProgress("importing", progress => new TestGridImport(store).Run(
                context.PathOf(folder),
                options,
                new Listener<ImportProgress>(p => progress.Report(new ProgressStep(p.FilesDone, p.FilesTotal, p.Current))),
                context.Cancellation));
            Tell(context, result, context.PathOf(into));
            return result.Manifest.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
        });
        return command;
    }

    private static void Tell(VerbContext context, ImportResult result, string store)
    {
        foreach (SkippedItem item in result.Manifest.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {item}"));
        }

        Notes.Print(context, result.Issues, result.IssueCount);
        if (context.Json)
        {
            JsonOutput.Print(context, "import-testgrid", json => SnapshotTotals.Write(json, result.Manifest, result.Folder, result.LinkedFiles, result.IssueCount));
            return;
        }

        context.Environment.Output.WriteLine(SnapshotTotals.Line(result.Manifest, result.IssueCount));
        context.Environment.Output.WriteLine(result.Folder);
        context.Say($"next: cifeatures features --from {context.Shown(store)} --out DATASET");
    }
}
