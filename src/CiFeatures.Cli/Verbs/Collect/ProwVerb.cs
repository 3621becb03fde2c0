using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>Brings builds of Prow jobs into a snapshot store.</summary>
internal static class ProwVerb
{
    public static Command Create(VerbRunner runner)
    {
        var into = new Option<string>("--into") { Description = "The store; made when it is not there.", Required = true, HelpName = "STORE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "List the builds only, and print what would be taken." };
        var choice = new BuildOptions();
        var source = new BucketOptions();
        var manners = new MannerOptions();
        var command = new Command("prow", "Fetch builds of Prow jobs from their bucket as a new snapshot: what their folders hold, their logs and results. An interrupted collection goes on where it was.") { into, dryRun };
        choice.AddTo(command);
        source.AddTo(command);
        manners.AddTo(command, ofAnswers: false);
        runner.Bind(command, context =>
        {
            ProwCollectOptions options = BuildOptions.WithManners(choice.Read(context, source.Read(context)), manners.Read(context, BuildOptions.Manners(context)));
            SnapshotStore store = SnapshotStore.OpenOrCreate(context.PathOf(into), context.Environment.Time);
            if (context.Get(dryRun))
            {
                ProwReport.Print(context, ProwCollection.Plan(context, store, options));
                return ExitCodes.Ok;
            }

            ProwResult result = ProwCollection.Run(context, store, options);
            ProwReport.Print(context, result);
            return result.Manifest.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
        });
        return command;
    }
}
