using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.Store;

namespace CiFeatures.Cli.Verbs;

/// <summary>Lists the snapshots.</summary>
internal static partial class StoreVerb
{
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
                StateOf(s),
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

    private static string StateOf(SnapshotInfo s)
    {
        string state = s.State.ToString().ToLowerInvariant();
        if (s.State != SnapshotState.Incomplete)
        {
            return s.Problem.Length > 0 ? $"{state}: {s.Problem}" : state;
        }

        string hope = s.IsBeingWritten ? "being written" : s.CanBeResumed ? "can be resumed" : "cannot be resumed";
        return $"{state}: {Printable.Count(s.StoredFiles)} files, {hope}";
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
            json.Number("stored_files", s.StoredFiles);
            json.WriteBoolean("being_written", s.IsBeingWritten);
            json.WriteBoolean("can_be_resumed", s.CanBeResumed);
            json.Number("bytes", s.Counts?.Bytes);
            json.Number("dashboards", s.Counts?.Dashboards);
            json.Number("summaries", s.Counts?.Summaries);
            json.Number("tables", s.Counts?.Tables);
            json.Number("tests", s.Counts?.Tests);
            json.Number("runs", s.Counts?.Runs);
            json.Number("cells", s.Counts?.Cells);
            json.Number("skipped", s.Counts?.Skipped);
        })));
}
