using System.Globalization;
using System.Text.Json;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Description;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Prints the figures of logs.</summary>
internal static class LogStatsOutput
{
    public static void Print(VerbContext context, IReadOnlyList<FileFigures> rows, IReadOnlyList<CiFeaturesException> skipped)
    {
        if (context.Json)
        {
            JsonOutput.Print(context, "logs-stats", json =>
            {
                json.Array("files", rows, r => json.Object(() => Write(json, r)));
                WriteSkipped(json, skipped);
            });
            return;
        }

        if (rows.Count == 0)
        {
            return;
        }

        var table = new TextTable("file", ">bytes", ">chars", ">words", ">lines", ">blank", ">longest", ">ansi %", ">fatal", ">error", ">warning", ">info", ">debug", "first", "last", ">gap s");
        foreach (FileFigures row in rows)
        {
            LogStatistics f = row.Figures;
            table.Row(
                row.File,
                Whole(f.Bytes),
                Whole(f.Chars),
                Whole(f.Words),
                Whole(f.Lines),
                Whole(f.BlankLines),
                Whole(f.LongestLineBytes),
                Printable.One(100 * f.AnsiRatio),
                Whole(f.FatalLines),
                Whole(f.ErrorLines),
                Whole(f.WarningLines),
                Whole(f.InfoLines),
                Whole(f.DebugLines),
                Printable.Time(f.FirstTimeMs),
                Printable.Time(f.LastTimeMs),
                Printable.One(f.LargestGapMs / 1000.0));
        }

        table.Print(context);
    }

    public static void PrintDescription(VerbContext context, IReadOnlyList<ColumnDescription> columns, IReadOnlyList<CiFeaturesException> skipped)
    {
        if (context.Json)
        {
            JsonOutput.Print(context, "logs-stats-description", json =>
            {
                json.Array("columns", columns, c => json.Object(() => Write(json, c)));
                WriteSkipped(json, skipped);
            });
            return;
        }

        var table = new TextTable("column", ">count", ">mean", ">std", ">min", ">25%", ">50%", ">75%", ">max");
        foreach (ColumnDescription c in columns.Where(c => c.Column.Type != Core.Tables.ColumnType.TimestampMs))
        {
            table.Row([c.Column.Name, .. PandasNumberFormat.Format([c.Count, c.Mean, c.Std, c.Min, c.Q25, c.Q50, c.Q75, c.Max])]);
        }

        table.Print(context);
    }

    public static void WriteSkipped(Utf8JsonWriter json, IReadOnlyList<CiFeaturesException> skipped) =>
        json.Array("skipped", skipped, s => json.Object(() =>
        {
            json.WriteString("file", s.Place);
            json.WriteString("code", s.Code);
            json.WriteString("reason", s.Message);
        }));

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string? Time(long? ms) => ms is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(value).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) : null;

    private static void Write(Utf8JsonWriter json, FileFigures row)
    {
        LogStatistics f = row.Figures;
        json.WriteString("file", row.File);
        json.WriteNumber("bytes", f.Bytes);
        json.WriteNumber("chars", f.Chars);
        json.WriteNumber("words", f.Words);
        json.WriteNumber("lines", f.Lines);
        json.WriteNumber("blank_lines", f.BlankLines);
        json.WriteNumber("longest_line_bytes", f.LongestLineBytes);
        json.WriteNumber("ansi_bytes", f.AnsiBytes);
        json.Number("ansi_ratio", f.AnsiRatio);
        json.WriteNumber("fatal_lines", f.FatalLines);
        json.WriteNumber("error_lines", f.ErrorLines);
        json.WriteNumber("warning_lines", f.WarningLines);
        json.WriteNumber("info_lines", f.InfoLines);
        json.WriteNumber("debug_lines", f.DebugLines);
        json.WriteNumber("timed_lines", f.TimedLines);
        json.WriteString("first_time", Time(f.FirstTimeMs));
        json.WriteString("last_time", Time(f.LastTimeMs));
        json.Number("largest_gap_seconds", f.LargestGapMs / 1000.0);
    }

    private static void Write(Utf8JsonWriter json, ColumnDescription c)
    {
        json.WriteString("column", c.Column.Name);
        json.WriteNumber("count", c.Count);
        json.Number("mean", c.Mean);
        json.Number("std", c.Std);
        json.Number("min", c.Min);
        json.Number("25%", c.Q25);
        json.Number("50%", c.Q50);
        json.Number("75%", c.Q75);
        json.Number("max", c.Max);
    }
}
