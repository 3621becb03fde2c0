using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Logs.Failures;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Prints failing lines as a person would paste them into a bug: in the order of the log, in blocks, with line numbers and some lines around; or as JSON.</summary>
internal sealed class FailuresPage(VerbContext context, int maxLines, bool scores)
{
    // What is longer is hardly read, and hides the other lines of a block.
    private const int MaxChars = 400;

    public void Print(string file, FailingLineReport report)
    {
        if (context.Json)
        {
            PrintJson(report);
            return;
        }

        context.Say(Summary(file, report));
        PrintLines(report);
    }

    private static string Summary(string file, FailingLineReport report)
    {
        string compared = report.PassingLogs switch
        {
            0 => "no passing log to compare with",
            1 => "compared with 1 passing log",
            _ => $"compared with {report.PassingLogs.ToString(CultureInfo.InvariantCulture)} passing logs",
        };
        string found = (report.TotalLines, report.Lines.Count) switch
        {
            (0, _) => "the log is empty",
            (_, 0) => $"none of {Printable.Count(report.TotalLines)} lines explains the failure",
            (_, 1) => $"1 of {Printable.Count(report.TotalLines)} lines explains the failure",
            _ => $"{Printable.Count(report.Lines.Count)} of {Printable.Count(report.TotalLines)} lines explain the failure",
        };
        string leftOut = report.LeftOut == 0 ? "" : $"; {Printable.Count(report.LeftOut)} more in the middle were not looked at closely";
        return $"{Printable.Line(file)}: {found} ({compared}){leftOut}.";
    }

    private static void PrintOne(TextWriter output, FailingLine line, bool failing, int width, bool scores)
    {
        string number = line.Line.ToString(CultureInfo.InvariantCulture).PadLeft(width);
        string score = !scores ? "" : failing ? Math.Round(100 * line.Score).ToString(CultureInfo.InvariantCulture).PadLeft(4) : "    ";
        string text = Printable.Line(Printable.Short(line.Text.TrimEnd(), MaxChars).Replace("\t", "    ", StringComparison.Ordinal));
        output.WriteLine($"{(failing ? '>' : ' ')} {number}{score} | {text}".TrimEnd());
    }

    private void PrintLines(FailingLineReport report)
    {
        TextWriter output = context.Environment.Output;
        (FailingLine Line, bool Failing)[] all = [.. report.Lines.Select(line => (line, true)).Concat(report.Context.Select(line => (line, false))).OrderBy(entry => entry.line.Line)];
        int width = all.Length == 0 ? 0 : all[^1].Line.Line.ToString(CultureInfo.InvariantCulture).Length;
        int head = maxLines == 0 || all.Length <= maxLines ? all.Length : (maxLines + 1) / 2;
        int tail = all.Length - (head == all.Length ? 0 : maxLines / 2);
        long last = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == head && tail > head)
            {
                output.WriteLine($"  … {Printable.Count(tail - head)} lines left out; --max-lines 0 prints them …");
                i = tail;
                last = i < all.Length ? all[i].Line.Line - 1 : 0;
            }

            if (i < all.Length)
            {
                if (last != 0 && all[i].Line.Line != last + 1)
                {
                    output.WriteLine();
                }

                last = all[i].Line.Line;
                PrintOne(output, all[i].Line, all[i].Failing, width, scores);
            }
        }
    }

    private void PrintJson(FailingLineReport report) =>
        JsonOutput.Print(context, "logs-failures", json =>
        {
            json.WriteNumber("total_lines", report.TotalLines);
            json.WriteNumber("passing_logs", report.PassingLogs);
            json.WriteNumber("left_out", report.LeftOut);
            json.WriteString("top_template", report.TopTemplate);
            json.Array("lines", report.Lines.OrderByDescending(line => line.Score).ThenBy(line => line.Line), line => json.Object(() =>
            {
                json.WriteNumber("line", line.Line);
                json.WriteString("text", line.Text);
                json.WriteNumber("score", line.Score);
            }));
        });
}
