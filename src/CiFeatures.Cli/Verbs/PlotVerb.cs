using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Series;

namespace CiFeatures.Cli.Verbs;

/// <summary>Draws the grid of a job, or one test over time.</summary>
internal static class PlotVerb
{
    public static Command Create(VerbRunner runner) => new("plot", "Draw the grid of a job, or one test over time, as SVG or PNG.")
    {
        Grid(runner),
        Series(runner),
    };

    private static Command Grid(VerbRunner runner)
    {
        var store = new StoreOptions();
        Option<string> output = OutOption();
        Option<bool> force = ForceOption();
        var order = new Option<string>("--order") { Description = "The order of the tests: as published, by name, or failing tests first.", DefaultValueFactory = _ => "published" };
        order.AcceptOnlyFromAmong("published", "name", "failing-first");
        var newestRight = new Option<bool>("--newest-right") { Description = "Put the newest run on the right; TestGrid has it on the left." };
        var bySuite = new Option<bool>("--by-suite") { Description = "Put tests together by suite or [sig-…] tag." };
        var command = new Command("grid", "Draw all tests × runs of a job.") { store.From, store.Snapshot, store.Dashboard, store.Job, output, force, order, newestRight, bySuite };
        runner.Bind(command, context =>
        {
            var options = new GridPictureOptions { Order = OrderOf(context.Get(order)!), NewestLeft = !context.Get(newestRight), GroupBySuite = context.Get(bySuite) };
            JobGrid grid = Newest(store, context);
            return Draw(context, output, force, (format, stream) => GridPicture.Render(grid, options, format, stream));
        });
        return command;
    }

    private static Command Series(VerbRunner runner)
    {
        var store = new StoreOptions();
        Option<string> output = OutOption();
        Option<bool> force = ForceOption();
        var test = new Option<string>("--test") { Description = "The test, by its published name.", Required = true, HelpName = "NAME" };
        var command = new Command("series", "Draw the statuses and durations of one test over time.") { store.From, store.Snapshot, store.Dashboard, store.Job, test, output, force };
        runner.Bind(command, context =>
        {
            JobGrid grid = Newest(store, context);
            int index = IndexOf(grid, context.Get(test)!);
            return Draw(context, output, force, (format, stream) => SeriesPicture.Render(grid, index, new SeriesPictureOptions(), format, stream));
        });
        return command;
    }

    private static RowOrder OrderOf(string name) => name switch
    {
        "name" => RowOrder.Name,
        "failing-first" => RowOrder.FailingFirst,
        _ => RowOrder.Published,
    };

    // Of several snapshots the newest is drawn; they are given oldest first.
    private static JobGrid Newest(StoreOptions store, VerbContext context) => store.ReadGrids(context, [])[^1].Grid;

    private static int IndexOf(JobGrid grid, string test)
    {
        for (int i = 0; i < grid.Tests.Count; i++)
        {
            if (grid.Tests[i].Name == test)
            {
                return i;
            }
        }

        throw CliErrors.NoTest(grid.Key.ToString(), test, grid.Tests.Select(t => t.Name));
    }

    private static Option<string> OutOption() => new("--out", "-o") { Description = "The picture to write; its ending says the format: .svg or .png.", Required = true, HelpName = "F.svg|F.png" };

    private static Option<bool> ForceOption() => new("--force") { Description = "Replace the picture when it is already there." };

    private static int Draw(VerbContext context, Option<string> output, Option<bool> force, Action<PictureFormat, Stream> render)
    {
        string path = context.PathOf(output);
        PictureFormat format = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".svg" => PictureFormat.Svg,
            ".png" => PictureFormat.Png,
            string other => throw CliErrors.Option("--out", $"\"{other}\" is not a picture format", "Name a file that ends in .svg or .png."),
        };
        SafeOutputFile.Write(path, context.Get(force), stream => render(format, stream), context.Cancellation);
        if (context.Json)
        {
            JsonOutput.Print(context, "plot", json =>
            {
                json.WriteString("out", path);
                json.WriteNumber("bytes", new FileInfo(path).Length);
            });
        }
        else
        {
            context.Environment.Output.WriteLine(path);
        }

        return ExitCodes.Ok;
    }
}
