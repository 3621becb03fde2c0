using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs;

/// <summary>Lists and verifies the snapshots of a store.</summary>
internal static class StoreVerb
{
    public static Command Create(VerbRunner runner) => new("store", "List and verify the snapshots of a store.")
    {
        List(runner),
        Verify(runner),
    };

    private static Command List(VerbRunner runner)
    {
        Argument<string> store = StoreArgument();
        var command = new Command("list", "List the snapshots, oldest first, with their counts.") { store };
        runner.Bind(command, context =>
        {
            IReadOnlyList<SnapshotInfo> snapshots = StoreOptions.Open(context, context.PathOf(store)).List();
            if (context.Json)
            {
                PrintJson(context, snapshots);
            }
            else
            {
                Print(context, snapshots);
            }

            return ExitCodes.Ok;
        });
        return command;
    }

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

    private static Argument<string> StoreArgument() => new("store") { Description = "The snapshot store.", HelpName = "STORE" };

    private static void Print(VerbContext context, IReadOnlyList<SnapshotInfo> snapshots)
    {
        if (snapshots.Count == 0)
        {
            context.Environment.Output.WriteLine("The store has no snapshots.");
            return;
        }

        var table = new TextTable("snapshot", "state", ">dashboards", ">summaries", ">tables", ">tests", ">runs", ">cells", ">bytes", ">skipped");
        foreach (SnapshotInfo s in snapshots)
        {
            table.Row(
                s.Id,
                s.State.ToString().ToLowerInvariant() + (s.Problem.Length > 0 ? $": {s.Problem}" : ""),
                Printable.Count(s.Counts?.Dashboards),
                Printable.Count(s.Counts?.Summaries),
                Printable.Count(s.Counts?.Tables),
                Printable.Count(s.Counts?.Tests),
                Printable.Count(s.Counts?.Runs),
                Printable.Count(s.Counts?.Cells),
                Printable.Count(s.Counts?.Bytes),
                Printable.Count(s.Counts?.Skipped));
        }

        table.Print(context);
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

    private static void PrintJson(VerbContext context, IReadOnlyList<SnapshotInfo> snapshots) =>
        JsonOutput.Print(context, "store-list", json => json.Array("snapshots", snapshots, s => json.Object(() =>
        {
            json.WriteString("id", s.Id);
            json.WriteString("created", s.Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteString("state", s.State.ToString().ToLowerInvariant());
            json.WriteString("problem", s.Problem);
            json.WriteString("fingerprint", s.Fingerprint);
            json.Number("files", s.Counts?.Files);
            json.Number("bytes", s.Counts?.Bytes);
            json.Number("dashboards", s.Counts?.Dashboards);
            json.Number("summaries", s.Counts?.Summaries);
            json.Number("tables", s.Counts?.Tables);
            json.Number("tests", s.Counts?.Tests);
            json.Number("runs", s.Counts?.Runs);
            json.Number("cells", s.Counts?.Cells);
            json.Number("skipped", s.Counts?.Skipped);
        })));

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
