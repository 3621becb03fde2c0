using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs;

/// <summary>Verifies the snapshots.</summary>
internal static partial class StoreVerb
{
    private static Command Verify(VerbRunner runner)
    {
        Argument<string> store = StoreArgument();
        var snapshot = new Option<string>("--snapshot") { Description = "Which snapshot: an id, latest or all.", HelpName = "ID|latest|all", DefaultValueFactory = _ => SnapshotStore.All };
        var command = new Command("verify", "Check that every file is there, whole, unchanged and readable.") { store, snapshot };
        runner.Bind(command, context =>
        {
            SnapshotStore opened = StoreOptions.Open(context, context.PathOf(store));
            long total = opened.List().Sum(s => (long)(s.Counts?.Files ?? 0));
            VerificationReport report = context.WithProgress("verifying", progress =>
            {
                long done = 0;
                return StoreVerification.Run(opened, context.Get(snapshot)!, new Listener<string>(path => progress.Report(new ProgressStep(done++, total, path))), context.Cancellation);
            });
            if (context.Json)
            {
                PrintJson(context, report);
            }
            else
            {
                Print(context, report);
            }

            return report.IsSound ? ExitCodes.Ok : ExitCodes.Integrity;
        });
        return command;
    }

    private static void Print(VerbContext context, VerificationReport report)
    {
        foreach (VerificationProblem problem in report.Problems)
        {
            context.Environment.Output.WriteLine(Printable.Line(problem.ToString()));
        }

        foreach (string id in report.Incomplete)
        {
            context.Environment.Output.WriteLine($"{id}: incomplete, nothing to check it against");
        }

        context.Environment.Output.WriteLine($"{report.Snapshots.Count} snapshots, {report.Files} files, {Printable.Count(report.Bytes)} bytes checked: {report.Problems.Count} problems.");
    }

    private static void PrintJson(VerbContext context, VerificationReport report) =>
        JsonOutput.Print(context, "store-verify", json =>
        {
            json.WriteBoolean("sound", report.IsSound);
            json.Array("snapshots", report.Snapshots, json.WriteStringValue);
            json.Array("incomplete", report.Incomplete, json.WriteStringValue);
            json.WriteNumber("files", report.Files);
            json.WriteNumber("bytes", report.Bytes);
            json.Array("problems", report.Problems, p => json.Object(() =>
            {
                json.WriteString("snapshot", p.SnapshotId);
                json.WriteString("path", p.Path);
                json.WriteString("kind", p.Kind.ToString());
                json.WriteString("code", p.Code);
                json.WriteString("message", p.Message);
            }));
        });
}
