using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Verbs.Collect;

/// <summary>Brings answers of a live service into a snapshot store.</summary>
internal static class CollectVerb
{
    public static Command Create(VerbRunner runner) => new("collect", "Fetch answers of a live service into a snapshot store.") { TestGrid(runner), ProwVerb.Create(runner) };

    private static Command TestGrid(VerbRunner runner)
    {
        var into = new Option<string>("--into") { Description = "The store; made when it is not there.", Required = true, HelpName = "STORE" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Ask for the lists of dashboards and jobs only, and print what would be asked for." };
        var choice = new ChoiceOptions();
        var source = new SourceOptions();
        var manners = new MannerOptions();
        var command = new Command("testgrid", "Fetch dashboards of a TestGrid as a new snapshot: their summaries and the grids of their jobs. An interrupted collection goes on where it was.") { into, dryRun };
        choice.AddTo(command);
        source.AddTo(command);
        manners.AddTo(command);
        runner.Bind(command, context =>
        {
            CollectOptions options = manners.Read(context, source.Read(context, choice.Read(context)));
            SnapshotStore store = SnapshotStore.OpenOrCreate(context.PathOf(into), context.Environment.Time);
            if (context.Get(dryRun))
            {
                PlanReport.Print(context, options, LiveCollection.Plan(context, store, options));
                return ExitCodes.Ok;
            }

            CollectResult result = LiveCollection.Run(context, store, options);
            CollectReport.Print(context, result);
            return result.Manifest.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
        });
        return command;
    }
}
