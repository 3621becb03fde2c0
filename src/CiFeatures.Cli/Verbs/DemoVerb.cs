using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Pipeline;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Extraction;
using CiFeatures.Formats.DataSets;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Grids;

namespace CiFeatures.Cli.Verbs;

/// <summary>The main job on the sample data, offline: from recorded answers to a data set, a summary and a picture.</summary>
internal static class DemoVerb
{
    public static Command Create(VerbRunner runner)
    {
        var output = new Option<string>("--out", "-o") { Description = "The folder that gets the results; those of a former demo are replaced.", HelpName = "DIR", DefaultValueFactory = _ => "cifeatures-demo" };
        var data = new Option<string?>("--data") { Description = "Recorded answers of your own instead of the sample, as import testgrid takes them.", HelpName = "DIR" };
        var command = new Command("demo", "Do the main job on the sample data, offline, and show what comes out.") { output, data };
        runner.Bind(command, context => Run(context, context.PathOf(output), context.Get(data)));
        return command;
    }

    private static int Run(VerbContext context, string folder, string? data)
    {
        DemoPaths paths = DemoPaths.In(folder);
        string source = data is null ? SampleData.Folder() : context.Environment.FullPath(data);
        context.Say(data is null ? "The sample data is simulated; nothing is fetched from the network." : $"Reading {source}; nothing is fetched from the network.");
        SnapshotReader snapshot = Import(context, paths, source);
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
            DemoReport.Print(context, summary, result, paths, grid);
        }

        return result.HasSkipped ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
    }

    private static SnapshotReader Import(VerbContext context, DemoPaths paths, string source)
    {
        SnapshotStore store = SnapshotStore.OpenOrCreate(paths.Store, context.Environment.Time);
        ImportResult imported = new TestGridImport(store).Run(source, new ImportOptions(), null, context.Cancellation);
        return store.OpenSnapshots(imported.SnapshotId)[0];
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
