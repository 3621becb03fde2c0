using System.Globalization;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Writes the files of <c>logs templates</c>.</summary>
internal static class TemplateOutputs
{
    /// <summary>Writes what was asked for.</summary>
    /// <returns>The paths of the files, in order.</returns>
    public static IReadOnlyList<string> Write(VerbContext context, TemplateArguments arguments, TemplateMining mining)
    {
        List<string> written = [];
        void File(System.CommandLine.Option<string> option, bool replace, Action<Stream> write)
        {
            if (context.Get(option) is not null)
            {
                string path = context.PathOf(option);
                SafeOutputFile.Write(path, replace, write, context.Cancellation);
                written.Add(path);
            }
        }

        bool force = context.Get(arguments.Force);
        File(arguments.Out, force, stream => Lines(mining, stream));
        File(arguments.Templates, force, stream => Templates(mining, stream));
        File(arguments.Counts, force, stream => Counts(mining, stream));
        File(arguments.Parameters, force, stream => Parameters(context, mining, stream));
        if (!context.Get(arguments.Freeze))
        {
            File(arguments.Model, force || context.Get(arguments.Online), stream => TemplateModelFile.Write(mining.Model, stream));
        }

        return written;
    }

    private static void Lines(TemplateMining mining, Stream stream)
    {
        using var csv = new CsvLines(stream, "LineId,EventId,EventTemplate");
        byte[][] ends = [.. mining.Templates.Select(t => CsvLines.Encode($",{t.Id},{CsvLines.Cell(t.Text)}\n"))];
        byte[] none = CsvLines.Encode(",,\n");
        long line = 0;
        foreach (int number in mining.TemplateOfLine.Span)
        {
            csv.Write(++line);
            csv.Write(number < 0 ? none : ends[number]);
        }
    }

    private static void Templates(TemplateMining mining, Stream stream)
    {
        using var csv = new CsvLines(stream, "EventId,EventTemplate,Count,Share,FirstLine,Example");
        foreach (TemplateUse use in mining.Uses())
        {
            csv.Write(CsvLines.Encode(string.Create(CultureInfo.InvariantCulture, $"{use.Template.Id},{CsvLines.Cell(use.Template.Text)},{use.Count},{use.Share:R},{use.FirstLine},{CsvLines.Cell(use.Template.Example)}\n")));
        }
    }

    private static void Counts(TemplateMining mining, Stream stream)
    {
        using var csv = new CsvLines(stream, "File,EventId,Count");
        foreach (TemplateCount count in mining.Counts())
        {
            csv.Write(CsvLines.Encode(string.Create(CultureInfo.InvariantCulture, $"{CsvLines.Cell(count.Log)},{count.TemplateId},{count.Count}\n")));
        }
    }

    /// <summary>Reads the logs that were read before once more.</summary>
    private static void Parameters(VerbContext context, TemplateMining mining, Stream stream)
    {
        using var csv = new CsvLines(stream, "LineId,EventId,Position,Name,Value");
        TemplateMatcher matcher = mining.Model.CreateMatcher();
        foreach ((string log, int start, int lines) in mining.Logs)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int number = start;
            using Stream source = LogInput.Open(context, context.Environment.FullPath(log));
            LogLines.Read(source, mining.Model.Options.MaxLineBytes, line =>
            {
                // A log that grew since is taken as it was.
                if (number < start + lines && matcher.Match(line, out IReadOnlyList<TemplateParameter> values) is { } template)
                {
                    foreach (TemplateParameter value in values)
                    {
                        csv.Write(CsvLines.Encode(string.Create(CultureInfo.InvariantCulture, $"{number + 1},{template.Id},{value.Position},{value.Name},{CsvLines.Cell(value.Value)}\n")));
                    }
                }

                number++;
            });
        }
    }
}
