using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Extraction;
using CiFeatures.Formats.DataSets;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Grids;

namespace CiFeatures.Cli.Verbs;

/// <summary>The main job, from answers to a data set, a summary and a picture: offline on the sample data, or on a live service.</summary>
internal static class DemoVerb
{
    public static Command Create(VerbRunner runner)
    {
        var output = new Option<string>("--out", "-o") { Description = "The folder that gets the results; the data set and pictures of a former demo are replaced.", HelpName = "DIR", DefaultValueFactory = _ => "cifeatures-demo" };
        var data = new Option<string?>("--data") { Description = "Recorded answers of your own instead of the sample, as import testgrid takes them.", HelpName = "DIR" };
        var live = new Option<bool>("--live") { Description = "Fetch the answers from a TestGrid site instead; give --dashboard too." };
        var dashboard = new Option<string[]>("--dashboard") { Description = "With --live: a dashboard by its published name; may be given several times.", HelpName = "NAME" };
        var url = new Option<string?>("--url") { Description = $"With --live: the TestGrid site (default {LiveCollection.DefaultSite}).", HelpName = "URL" };
        var command = new Command("demo", "Do the main job on the sample data, offline, and show what comes out.") { output, data, live, dashboard, url };
        runner.Bind(command, context =>
        {
            DemoPaths paths = DemoPaths.In(context.PathOf(output));
            string[] dashboards = context.Get(dashboard) ?? [];
            paths.RequireOurs();
            CheckTogether(context.Get(live), context.Get(data), dashboards, context.Get(url));
            return context.Get(live)
                ? Show(context, paths, Collect(context, paths, dashboards, context.Get(url)), Again(dashboards, context.Get(url)))
                : Show(context, paths, Replayed(context, paths, context.Get(data)), null);
        });
        return command;
    }

    private static int Show(VerbContext context, DemoPaths paths, SnapshotReader snapshot, string? again)
    {
        var options = new DataSetOptions { Folder = paths.DataSet, Overwrite = true, ToolVersion = ToolVersion.Text };
        FeatureRunResult result = new FeatureRun(new FeatureOptions { Threads = Environment.ProcessorCount }, options).Run(context, [snapshot]);
        DemoSummary summary = DemoSummary.Read(paths.DataSet);
        JobGrid? grid = summary.JobWorthDrawing is { } key ? snapshot.ReadGrid(key, []) : null;
        Draw(grid, paths, context.Cancellation);
        if (context.Json)
        {
            DemoReport.PrintJson(context, summary, paths, grid);
        }
        else
        {
            DemoReport.Print(context, summary, result, paths, grid, again);
        }

        return result.HasSkipped || (again is not null && snapshot.Manifest.Skipped.Count > 0) ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
    }

    /// <summary>Replays recorded answers on this machine and collects from there, so that what runs is what runs on a live service.</summary>
    private static SnapshotReader Replayed(VerbContext context, DemoPaths paths, string? data)
    {
        string source = data is null ? SampleData.Folder() : context.Environment.FullPath(data);
        context.Say(data is null ? "The sample data is simulated; it is replayed on this machine, and nothing is fetched from the network." : $"Replaying {source} on this machine; nothing is fetched from the network.");
        SnapshotStore recorded = SnapshotStore.OpenOrCreate(paths.Recorded, context.Environment.Time);
        ImportResult imported = new TestGridImport(recorded).Run(source, new ImportOptions(), null, context.Cancellation);
        SnapshotReader replayed = KeepOne(recorded, imported.Manifest);
        return CollectFromAsync(context, paths, replayed).GetAwaiter().GetResult();
    }

    private static async Task<SnapshotReader> CollectFromAsync(VerbContext context, DemoPaths paths, SnapshotReader replayed)
    {
        ReplayServer server = await ReplayServer.StartAsync(replayed, new ReplayOptions { Port = 0 }, context.Environment.Time, context.Cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            SnapshotStore store = SnapshotStore.OpenOrCreate(paths.Store, context.Environment.Time);
            var options = new CollectOptions { Dashboards = replayed.Dashboards, Source = TestGridSourceKind.Legacy, Http = LiveCollection.Manners(context) with { RequestsPerSecond = 0 } };

            // Not through --offline: the server is this program.
            return KeepOne(store, LiveCollection.Run(context, store, options.At(server.Url), context.Environment.HttpHandlers).Manifest);
        }
    }

    // The same answers again need no second snapshot: the former one is used, and the demo can be run as often as one likes.
    private static SnapshotReader KeepOne(SnapshotStore store, SnapshotManifest taken)
    {
        SnapshotInfo? former = store.List().LastOrDefault(s => s.Id != taken.Id && s.Fingerprint == taken.Fingerprint);
        if (former is not null)
        {
            store.Delete(taken.Id);
        }

        return store.OpenSnapshots(former?.Id ?? taken.Id)[0];
    }

    private static SnapshotReader Collect(VerbContext context, DemoPaths paths, string[] dashboards, string? url)
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(paths.Store, context.Environment.Time);
        var options = new CollectOptions { Dashboards = dashboards, Http = LiveCollection.Manners(context) };
        return store.OpenSnapshots(LiveCollection.Run(context, store, url is null ? options : options.At(LiveCollection.Site(url))).SnapshotId)[0];
    }

    /// <summary>The command that takes the next snapshot, but for its store.</summary>
    private static string Again(IEnumerable<string> dashboards, string? url)
    {
        IEnumerable<string> words = dashboards.Select(d => $"--dashboard {Quoted(d)}").Concat(url is null ? [] : [$"--url {Quoted(url)}"]);
        return Printable.Line($"cifeatures collect testgrid {string.Join(' ', words)}");
    }

    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:/".Contains(c, StringComparison.Ordinal)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static void CheckTogether(bool live, string? data, string[] dashboards, string? url)
    {
        if (live && data is not null)
        {
            throw CliErrors.Option("--data", "--live and --data are two sources", "Give one of them.");
        }

        if (live && dashboards.Length == 0)
        {
            throw CliErrors.Option("--live", "No dashboard is named", $"Give --dashboard NAME; {LiveCollection.DefaultSite} lists the names.");
        }

        if (!live && (dashboards.Length > 0 || url is not null))
        {
            throw CliErrors.Option(dashboards.Length > 0 ? "--dashboard" : "--url", "It is for live data", "Add --live.");
        }
    }

    private static void Draw(JobGrid? grid, DemoPaths paths, CancellationToken cancellation)
    {
        if (grid is not null)
        {
            SafeOutputFile.Write(paths.Svg, force: true, stream => GridPicture.Render(grid, new GridPictureOptions(), PictureFormat.Svg, stream), cancellation);
            SafeOutputFile.Write(paths.Png, force: true, stream => GridPicture.Render(grid, new GridPictureOptions(), PictureFormat.Png, stream), cancellation);
        }
    }
}
