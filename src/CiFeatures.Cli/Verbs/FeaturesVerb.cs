using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Store;
using CiFeatures.Features.Extraction;
using CiFeatures.Features.Judgement;
using CiFeatures.Formats.Csv;
using CiFeatures.Formats.DataSets;
using SkippedItem = CiFeatures.Formats.DataSets.SkippedItem;

namespace CiFeatures.Cli.Verbs;

/// <summary>Computes the feature tables of a snapshot.</summary>
internal sealed class FeaturesVerb
{
    private readonly StoreOptions _store = new();
    private readonly Option<string> _out = new("--out", "-o") { Description = "The data set's folder; it must not be there yet.", Required = true, HelpName = "DIR" };
    private readonly Option<bool> _force = new("--force") { Description = "Replace the data set when it is already there; the old one stays until the new one is whole." };
    private readonly Option<string[]> _format = Choice.ManyOf<DataSetFormat>("--format", "A format of the tables; may be repeated. Default: parquet.");
    private readonly Option<string[]> _dashboard = new("--dashboard") { Description = "Only dashboards that match; * and ? may be used, and the option may be repeated.", HelpName = "GLOB" };
    private readonly Option<string[]> _job = new("--job") { Description = "Only jobs that match; * and ? may be used, and the option may be repeated.", HelpName = "GLOB" };
    private readonly Option<bool> _cells = new("--with-cells") { Description = "Also the large table of all cells." };
    private readonly Option<int> _threads = new("--threads") { Description = "Jobs worked on at a time; the output does not depend on it.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<int?> _recent = new("--recent-columns") { Description = "How many of the newest columns are recent. Default: as the answer says, else 10.", HelpName = "N" };
    private readonly Option<int> _failures = new("--failures-to-alert") { Description = "Failures in a row that open an alert.", HelpName = "N", DefaultValueFactory = _ => new AlertSettings().FailuresToOpen };
    private readonly Option<int> _passes = new("--passes-to-close") { Description = "Passes in a row that close an alert.", HelpName = "N", DefaultValueFactory = _ => new AlertSettings().PassesToClose };
    private readonly Option<string[]> _exclude = new("--exclude-tests") { Description = "Leave tests whose name has a match out of the recomputed judgement, as a tab's exclude-filter-by-regex does; may be repeated.", HelpName = "REGEX" };
    private readonly Option<bool> _escape = new("--escape-formulas") { Description = "CSV: put an apostrophe before cells that a spreadsheet would run." };

    private FeaturesVerb()
    {
    }

    public static Command Create(VerbRunner runner)
    {
        var verb = new FeaturesVerb();
        var command = new Command("features", "Compute the feature tables of a snapshot and write them as a data set.")
        {
            verb._store.From, verb._store.Snapshot, verb._out, verb._force, verb._format, verb._dashboard, verb._job, verb._cells,
            verb._threads, verb._recent, verb._failures, verb._passes, verb._exclude, verb._escape,
        };
        runner.Bind(command, verb.Run);
        return command;
    }

    private int Run(VerbContext context)
    {
        int threads = Between(context, _threads, 1, 1024);
        IReadOnlyList<SnapshotReader> snapshots = _store.OpenSnapshots(context);
        var run = new FeatureRun(Options(context, threads), Output(context), Patterns(context.Get(_dashboard)), Patterns(context.Get(_job)));
        FeatureRunResult result = run.Run(context, snapshots);
        Tell(context, result);
        return result.HasSkipped ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
    }

    private FeatureOptions Options(VerbContext context, int threads)
    {
        string[] dashboards = context.Get(_dashboard) ?? [];
        string[] jobs = context.Get(_job) ?? [];
        return new FeatureOptions
        {
            Threads = threads,
            WithCells = context.Get(_cells),
            WithSnapshotColumn = context.Get(_store.Snapshot) == SnapshotStore.All,
            DashboardFilter = name => Globs.Match(dashboards, name),
            JobFilter = name => Globs.Match(jobs, name),
            Judgement = new JudgementOptions
            {
                RecentColumns = context.Get(_recent),
                Alerts = new AlertSettings { FailuresToOpen = Between(context, _failures, 1, 1_000_000), PassesToClose = Between(context, _passes, 1, 1_000_000) },
                Rows = context.Get(_exclude) is { Length: > 0 } patterns ? new RowFilter([], patterns) : null,
            },
        };
    }

    private static string Patterns(string[]? globs) => globs is { Length: > 0 } ? string.Join(' ', globs) : "*";

    private static int Between(VerbContext context, Option<int> option, int least, int most) =>
        context.Get(option) is var value && value >= least && value <= most
            ? value
            : throw CliErrors.Option(option.Name, $"{value} is not possible", $"Give a number from {least} to {most}.");

    private DataSetOptions Output(VerbContext context) => new()
    {
        Folder = context.PathOf(_out),
        Overwrite = context.Get(_force),
        Formats = context.Get(_format) is { Length: > 0 } formats ? [.. formats.Select(Choice.Value<DataSetFormat>).Distinct().Order()] : [DataSetFormat.Parquet],
        ToolVersion = ToolVersion.Text,
        Csv = new CsvOptions { NeutralizeFormulas = context.Get(_escape) },
    };

    private static void Tell(VerbContext context, FeatureRunResult result)
    {
        foreach (SkippedItem missing in result.MissingFromSnapshots)
        {
            context.Environment.Error.WriteLine(Printable.Line($"not in the snapshot: {missing.Item}: {missing.Reason}"));
        }

        foreach (SkippedJob skipped in result.Extractions.SelectMany(e => e.Skipped))
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {skipped.Key}: {skipped.Code} {skipped.Reason} ({skipped.Place})"));
        }

        Notes.Print(context, [.. result.Extractions.SelectMany(e => e.Issues)], result.Extractions.Sum(e => e.IssueCount));
        if (context.Json)
        {
            PrintJson(context, result);
            return;
        }

        var table = new TextTable("table", ">rows", ">columns", "files");
        foreach (DataSetTable written in result.Manifest.Tables)
        {
            table.Row(written.Schema.Name, Printable.Count(written.Rows), Printable.Count(written.Schema.Columns.Count), string.Join(", ", result.Manifest.Files.Where(f => f.Table == written.Schema.Name).Select(f => f.Path)));
        }

        table.Print(context);
        string builds = result.Extractions.Any(e => e.Builds > 0) ? $"{Printable.Count(result.Extractions.Sum(e => e.Builds))} builds, " : "";
        context.Environment.Output.WriteLine($"{Printable.Count(result.Extractions.Sum(e => e.Jobs))} jobs, {builds}{Printable.Count(result.Extractions.Sum(e => e.Grids))} grids, {Printable.Count(result.Extractions.Sum(e => e.Cells))} cells; {result.Extractions.Sum(e => e.Skipped.Count)} skipped, {result.MissingFromSnapshots.Count} missing from the snapshot, {result.Extractions.Sum(e => e.IssueCount)} repaired or noted");
        context.Environment.Output.WriteLine(result.Folder);
    }

    private static void PrintJson(VerbContext context, FeatureRunResult result) =>
        JsonOutput.Print(context, "features", json =>
        {
            json.WriteString("out", result.Folder);
            json.WriteNumber("jobs", result.Extractions.Sum(e => e.Jobs));
            json.WriteNumber("grids", result.Extractions.Sum(e => e.Grids));
            json.WriteNumber("tests", result.Extractions.Sum(e => e.Tests));
            json.WriteNumber("runs", result.Extractions.Sum(e => e.Runs));
            json.WriteNumber("cells", result.Extractions.Sum(e => e.Cells));
            if (result.Extractions.Any(e => e.Builds > 0))
            {
                json.WriteNumber("builds", result.Extractions.Sum(e => e.Builds));
            }

            json.WriteNumber("issues", result.Extractions.Sum(e => e.IssueCount));
            json.Array("tables", result.Manifest.Tables, t => json.Object(() =>
            {
                json.WriteString("name", t.Schema.Name);
                json.WriteNumber("rows", t.Rows);
                json.WriteNumber("columns", t.Schema.Columns.Count);
            }));
            json.Array("missing_from_snapshots", result.MissingFromSnapshots, m => json.Object(() =>
            {
                json.WriteString("item", m.Item);
                json.WriteString("reason", m.Reason);
            }));
            json.Array("skipped", result.Extractions.SelectMany(e => e.Skipped), s => json.Object(() =>
            {
                json.WriteString("dashboard", s.Key.Dashboard);
                json.WriteString("job", s.Key.Job);
                json.WriteString("code", s.Code);
                json.WriteString("place", s.Place);
                json.WriteString("reason", s.Reason);
            }));
        });
}
