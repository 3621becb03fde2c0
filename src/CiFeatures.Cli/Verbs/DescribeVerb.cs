using System.CommandLine;
using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Cli.Verbs.Describe;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Description;
using CiFeatures.Formats;

namespace CiFeatures.Cli.Verbs;

/// <summary>Count, mean, standard deviation, extremes and quartiles of any table.</summary>
internal static class DescribeVerb
{
    public static Command Create(VerbRunner runner)
    {
        var input = new Argument<string>("input") { Description = "A data set folder, or a .parquet, .csv or .npz file.", HelpName = "DATASET|FILE" };
        var table = new Option<string>("--table") { Description = "Which table of a data set.", HelpName = "NAME" };
        var columns = new Option<string[]>("--columns") { Description = "Only columns whose name matches; * and ? may be used, and the option may be repeated.", HelpName = "GLOB" };
        var all = new Option<bool>("--all") { Description = "Text and flags too, with unique, top and freq." };
        var command = new Command("describe", "Print count, mean, std, min, quartiles and max of the columns of a table, as pandas does.")
        {
            input, table, columns, all, DescribeBuildsVerb.Create(runner), DescribeEventsVerb.Create(runner),
        };
        runner.Bind(command, context =>
        {
            bool withAll = context.Get(all);
            string[]? globs = context.Get(columns);
            IReadOnlyList<ColumnDescription> chosen = Describe(context, context.PathOf(input), context.Get(table), c => (withAll || IsNumeric(c)) && Globs.Match(globs, c.Name));
            Print(context, chosen, withAll);
            return ExitCodes.Ok;
        });
        return command;
    }

    /// <summary>Prints descriptions as a table, or as JSON where that was asked for.</summary>
    public static void Print(VerbContext context, IReadOnlyList<ColumnDescription> columns, bool all)
    {
        if (context.Json)
        {
            PrintJson(context, columns);
        }
        else
        {
            PrintTable(context, columns, all);
        }
    }

    private static bool IsNumeric(ColumnSchema column) => column.Type is not (ColumnType.Text or ColumnType.Boolean);

    private static IReadOnlyList<ColumnDescription> Describe(VerbContext context, string path, string? table, Func<ColumnSchema, bool> wanted)
    {
        using ITableReader pieces = TableInput.Open(path, table);
        if (!pieces.Schema.Columns.Any(wanted))
        {
            throw CliErrors.Nothing(path, "No column is left to describe", Columns(pieces.Schema.Columns));
        }

        var describer = new TableDescriber(pieces.Schema, wanted);
        foreach (FeatureTable piece in pieces.Read())
        {
            context.Cancellation.ThrowIfCancellationRequested();
            describer.Add(piece);
        }

        return describer.Describe();
    }

    private static string Columns(IReadOnlyList<ColumnSchema> all)
    {
        string names = string.Join(", ", all.Take(12).Select(c => $"{Printable.Short(Printable.Line(c.Name), 40)} ({c.Type})"));
        return $"Text and flags are described with --all. The columns are: {names}{(all.Count > 12 ? ", …" : "")}.";
    }

    private static void PrintTable(VerbContext context, IReadOnlyList<ColumnDescription> columns, bool all)
    {
        var table = all
            ? new TextTable("column", ">count", ">unique", "top", ">freq", ">mean", ">std", ">min", ">25%", ">50%", ">75%", ">max")
            : new TextTable("column", ">count", ">mean", ">std", ">min", ">25%", ">50%", ">75%", ">max");
        foreach (ColumnDescription c in columns)
        {
            string[] figures = Figures(c);
            string[] category = [c.Unique?.ToString(CultureInfo.InvariantCulture) ?? "", Printable.Short(c.Top ?? "", 40), c.Frequency?.ToString(CultureInfo.InvariantCulture) ?? ""];
            string[] numbers = c.IsNumeric ? figures[1..] : ["", "", "", "", "", "", ""];
            table.Row(all ? [c.Column.Name, figures[0], .. category, .. numbers] : [c.Column.Name, figures[0], .. numbers]);
        }

        table.Print(context);
    }

    private static string[] Figures(ColumnDescription c)
    {
        if (c.Column.Type == ColumnType.TimestampMs)
        {
            return [Whole(c.Count), Time(c.Mean), "", Time(c.Min), Time(c.Q25), Time(c.Q50), Time(c.Q75), Time(c.Max)];
        }

        return c.IsNumeric ? [.. PandasNumberFormat.Format([c.Count, c.Mean, c.Std, c.Min, c.Q25, c.Q50, c.Q75, c.Max])] : [Whole(c.Count)];
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(double? ms) =>
        ms is { } value ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(value)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) : "NaT";

    private static void PrintJson(VerbContext context, IReadOnlyList<ColumnDescription> columns) =>
        JsonOutput.Print(context, "describe", json => json.Array("columns", columns, c => json.Object(() =>
        {
            json.WriteString("column", c.Column.Name);
            json.WriteString("type", c.Column.Type.ToString());
            json.WriteNumber("rows", c.Rows);
            json.WriteNumber("count", c.Count);
            if (c.IsNumeric)
            {
                json.Number("mean", c.Mean);
                json.Number("std", c.Std);
                json.Number("min", c.Min);
                json.Number("25%", c.Q25);
                json.Number("50%", c.Q50);
                json.Number("75%", c.Q75);
                json.Number("max", c.Max);
            }
            else
            {
                json.Number("unique", c.Unique);
                json.WriteString("top", c.Top);
                json.Number("freq", c.Frequency);
            }
        })));
}
