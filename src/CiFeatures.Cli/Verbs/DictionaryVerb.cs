using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Cli.Verbs;

/// <summary>Explains every feature: the data dictionary on the screen, as JSON or as the page of the documentation.</summary>
internal static class DictionaryVerb
{
    public static Command Create(VerbRunner runner)
    {
        var table = new Option<string>("--table") { Description = "Only this table.", HelpName = "NAME" };
        var find = new Option<string>("--find") { Description = "Only features whose name, meaning or source contains this text.", HelpName = "TEXT" };
        var markdown = new Option<bool>("--markdown") { Description = "Print the documentation page docs/features.md." };
        var command = new Command("dictionary", "Explain every feature: type, unit, meaning, null rule, formula, source.") { table, find, markdown };
        runner.Bind(command, context => Run(context, context.Get(table), context.Get(find), context.Get(markdown)));
        return command;
    }

    private static int Run(VerbContext context, string? table, string? find, bool markdown)
    {
        IReadOnlyList<TableSchema> all = FeatureCatalog.Tables(withSnapshotColumn: true);
        if (table is not null && all.All(t => t.Name != table))
        {
            throw CliErrors.NoTable("feature catalog", table, all.Select(t => t.Name));
        }

        if (markdown)
        {
            context.Environment.Output.Write(FeaturePage.Markdown(all));
            return ExitCodes.Ok;
        }

        (TableSchema Table, ColumnSchema Column)[] features =
        [
            .. all.Where(t => table is null || t.Name == table)
                .SelectMany(t => t.Columns.Where(c => Matches(c, find)).Select(c => (t, c))),
        ];
        if (context.Json)
        {
            PrintJson(context, features);
        }
        else
        {
            Print(context, features);
        }

        return ExitCodes.Ok;
    }

    private static bool Matches(ColumnSchema column, string? find) =>
        find is null || new[] { column.Name, column.Meaning, column.Source, column.Unit }.Any(t => t.Contains(find, StringComparison.OrdinalIgnoreCase));

    private static void Print(VerbContext context, IEnumerable<(TableSchema Table, ColumnSchema Column)> features)
    {
        var text = new TextTable("feature", "type", "unit", "meaning", "null");
        foreach ((TableSchema table, ColumnSchema column) in features)
        {
            text.Row($"{table.Name}.{column.Name}", column.Type.ToString(), column.Unit, column.Meaning, column.NullRule);
        }

        text.Print(context);
    }

    private static void PrintJson(VerbContext context, IEnumerable<(TableSchema Table, ColumnSchema Column)> features) =>
        JsonOutput.Print(context, "dictionary", json => json.Array("features", features, f => json.Object(() =>
        {
            json.WriteString("id", $"{f.Table.Name}.{f.Column.Name}");
            json.WriteNumber("version", f.Column.Version);
            json.WriteString("type", f.Column.Type.ToString());
            json.WriteString("unit", f.Column.Unit);
            json.WriteBoolean("nullable", f.Column.Nullable);
            json.WriteString("meaning", f.Column.Meaning);
            json.WriteString("null_rule", f.Column.NullRule);
            json.WriteString("formula", f.Column.Formula);
            json.WriteString("source", f.Column.Source);
        })));
}
