using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Features.Description;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Figures of logs: characters, words, lines and more.</summary>
internal static class LogsStatsVerb
{
    public static Command Create(VerbRunner runner)
    {
        Argument<string[]> files = LogArguments.Files();
        var describe = new Option<bool>("--describe") { Description = "Count, mean, std, min, quartiles and max over the logs instead of a row for each." };
        var year = new Option<int?>("--year") { Description = "The year of times that do not say theirs (klog, syslog); without it they have distances only.", HelpName = "YYYY" };
        var command = new Command("stats", "Print characters, words, lines, levels and times of logs.") { files, describe, year };
        runner.Bind(command, context =>
        {
            List<FileFigures> rows = [];
            IReadOnlyList<CiFeaturesException> skipped = LogInput.Each(
                context,
                LogInput.Files(context, context.Get(files)),
                (name, log) => rows.Add(new FileFigures(name, Read(log, LogArguments.Year(context.Get(year)), context.Cancellation))));
            if (context.Get(describe))
            {
                IReadOnlyList<ColumnDescription> columns = Describe(rows);
                LogStatsOutput.PrintDescription(context, columns, skipped);
            }
            else
            {
                LogStatsOutput.Print(context, rows, skipped);
            }

            return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }

    // Large plain files are read on all processors; whatever cannot be cut into parts is read as it comes.
    private static LogStatistics Read(Stream log, int? year, CancellationToken cancellation) => log is LogStream { PlainFile: { } file } stream
        ? stream.Guarded(() => LogStatisticsReader.Read(file, year, 0, cancellation))
        : LogStatisticsReader.Read(log, year, cancellation);

    private static IReadOnlyList<ColumnDescription> Describe(List<FileFigures> rows)
    {
        FeatureTable table = LogStatisticsTable.Of([.. rows.Select(r => r.File)], [.. rows.Select(r => r.Figures)]);
        var describer = new TableDescriber(table.Schema, c => c.Type != ColumnType.Text);
        describer.Add(table);
        return describer.Describe();
    }
}
