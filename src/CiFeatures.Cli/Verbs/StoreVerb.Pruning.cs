using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.Store.Pruning;

namespace CiFeatures.Cli.Verbs;

/// <summary>Deletes old snapshots.</summary>
internal static partial class StoreVerb
{
    // The longest time that can be meant; longer ones mean the same.
    private const int MaxDays = 1_000_000;

    private static Command Prune(VerbRunner runner)
    {
        Argument<string> store = StoreArgument();
        var keep = new Option<int?>("--keep") { Description = "Keep the newest N complete snapshots.", HelpName = "N" };
        var keepDays = new Option<int?>("--keep-days") { Description = "Keep the complete snapshots of the last D days; with --keep, what either keeps.", HelpName = "D" };
        var incomplete = new Option<bool>("--incomplete") { Description = "Delete incomplete snapshots too that nobody writes any more." };
        var incompleteDays = new Option<int>("--incomplete-days") { Description = "Keep incomplete snapshots of the last D days, which can still be resumed.", HelpName = "D", DefaultValueFactory = _ => 1 };
        var dryRun = new Option<bool>("--dry-run") { Description = "Delete nothing; say what would be deleted." };
        var command = new Command("prune", "Delete old snapshots; what others share with them stays.") { store, keep, keepDays, incomplete, incompleteDays, dryRun };
        runner.Bind(command, context =>
        {
            var options = new PruneOptions
            {
                Keep = context.Get(keep),
                KeepWithin = context.Get(keepDays) is { } days ? Days(days) : null,
                Incomplete = context.Get(incomplete),
                IncompleteWithin = Days(context.Get(incompleteDays)),
                DryRun = context.Get(dryRun),
            };
            SnapshotStore opened = StoreOptions.Open(context, context.PathOf(store));
            PruneReport report = opened.Prune(options, new Listener<string>(id => context.Say($"{(options.DryRun ? "would delete" : "deleting")} {id}")), context.Cancellation);
            if (context.Json)
            {
                PrintJson(context, report);
            }
            else
            {
                Print(context, report);
            }

            return report.Failed.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }

    private static TimeSpan Days(int days) => TimeSpan.FromDays(Math.Clamp(days, -1, MaxDays));

    private static void Print(VerbContext context, PruneReport report)
    {
        TextWriter output = context.Environment.Output;
        foreach (PrunedSnapshot snapshot in report.Deleted)
        {
            output.WriteLine($"{(report.IsDryRun ? "would delete" : "deleted")} {snapshot.Id}: {snapshot.Reason}");
        }

        foreach (PrunedSnapshot snapshot in report.Failed)
        {
            output.WriteLine(Printable.Line($"not deleted {snapshot.Id}: {snapshot.Reason}"));
        }

        foreach (PrunedSnapshot snapshot in report.Kept.Where(s => context.Verbosity > 0 || s.State != SnapshotState.Complete))
        {
            output.WriteLine($"kept {snapshot.Id}: {snapshot.Reason}");
        }

        string freed = report.FreedBytes is { } bytes ? $"{Printable.Count(bytes)} bytes" : "an unknown number of bytes (this system does not tell what files share)";
        output.WriteLine($"{report.Deleted.Count} snapshots {(report.IsDryRun ? "would be deleted" : "deleted")}, {report.Kept.Count + report.Failed.Count} left; {(report.IsDryRun ? "would free" : "freed")} {freed}.");
    }

    private static void PrintJson(VerbContext context, PruneReport report) =>
        JsonOutput.Print(context, "store-prune", json =>
        {
            json.WriteBoolean("dry_run", report.IsDryRun);
            json.Number("freed_bytes", report.FreedBytes);
            foreach ((string name, IReadOnlyList<PrunedSnapshot> snapshots) in new[] { ("deleted", report.Deleted), ("kept", report.Kept), ("failed", report.Failed) })
            {
                json.Array(name, snapshots, s => json.Object(() =>
                {
                    json.WriteString("snapshot", s.Id);
                    json.WriteString("state", s.State.ToString().ToLowerInvariant());
                    json.WriteString("reason", s.Reason);
                }));
            }
        });
}
