using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Logs.Terms;
using CiFeatures.Formats.Csv;
using CiFeatures.Formats.Npy;
using CiFeatures.Formats.Parquet;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Writes the weights of terms in logs.</summary>
internal static class LogsTermsVerb
{
    public static Command Create(VerbRunner runner)
    {
        var input = new TermInput();
        var output = new Option<string>("--out", "-o") { Description = "The table to write; its ending says the format: .csv, .npz or .parquet.", Required = true, HelpName = "T.csv|T.npz|T.parquet" };
        var force = new Option<bool>("--force") { Description = "Replace the table when it is already there." };
        Command command = input.AddTo(new Command("terms", "Write how often logs have which words or templates, and what each weighs (TF-IDF).") { output, force });
        runner.Bind(command, context =>
        {
            string path = context.PathOf(output);
            Func<Stream, TableSchema, string, ITableWriter> writer = WriterOf(path);
            TermMatrix matrix = input.Read(context, out _, out IReadOnlyList<CiFeaturesException> skipped);
            SafeOutputFile.Write(path, context.Get(force), stream => Write(matrix.ToTable(), stream, writer), context.Cancellation);
            long cells = matrix.Rows.Sum(r => (long)r.Columns.Length);
            if (context.Json)
            {
                JsonOutput.Print(context, "logs-terms", json =>
                {
                    json.WriteString("out", path);
                    json.WriteNumber("logs", matrix.Logs.Count);
                    json.WriteNumber("terms", matrix.Terms.Count);
                    json.WriteNumber("rows", cells);
                    LogStatsOutput.WriteSkipped(json, skipped);
                });
            }
            else
            {
                context.Environment.Output.WriteLine($"{Printable.Count(matrix.Logs.Count)} logs × {Printable.Count(matrix.Terms.Count)} terms, {Printable.Count(cells)} weights");
                context.Environment.Output.WriteLine(path);
            }

            return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }

    private static Func<Stream, TableSchema, string, ITableWriter> WriterOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => (stream, schema, _) => new CsvTableWriter(stream, schema, leaveOpen: true),
        ".parquet" => (stream, schema, _) => new ParquetTableWriter(stream, schema, leaveOpen: true),
        ".npz" => (stream, schema, spool) => new NpzTableWriter(stream, schema, spool, leaveOpen: true),
        string other => throw CliErrors.Option("--out", $"\"{other}\" is not a table format", "Name a file that ends in .csv, .npz or .parquet."),
    };

    private static void Write(FeatureTable table, Stream stream, Func<Stream, TableSchema, string, ITableWriter> writer)
    {
        // The writer of arrays removes its folder with all that is in it, so it gets one that nobody else can have.
        DirectoryInfo own = Directory.CreateTempSubdirectory("cifeatures-terms-");
        try
        {
            using ITableWriter rows = writer(stream, table.Schema, Path.Combine(own.FullName, "columns"));
            rows.Write(table);
            rows.Complete();
        }
        finally
        {
            own.Delete();
        }
    }
}
