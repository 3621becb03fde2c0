using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>The options that name one output file, and what is said of it.</summary>
internal sealed class ExportOptions(string description, string helpName)
{
    public Option<string> Out { get; } = new("--out", "-o") { Description = description, Required = true, HelpName = helpName };

    public Option<bool> Force { get; } = new("--force") { Description = "Replace the output when it is already there." };

    public Option<long?> MaxBytes { get; } = new("--max-bytes")
    {
        Description = "Leave out files of more bytes, such as 500MB or 1GiB; about six times as much memory is needed. Default: 64MiB.",
        HelpName = "SIZE",
        CustomParser = ByteSizes.Parse,
    };

    /// <summary>The limit in bytes.</summary>
    public long Limit(VerbContext context)
    {
        const long Default = 64L << 20;
        const long Most = 1L << 30;
        long limit = context.Get(MaxBytes) ?? Default;
        return limit <= Most ? limit : throw CliErrors.Option(MaxBytes.Name, "A text cannot be so long", "Give at most 1GiB.");
    }

    /// <summary>Says what was written and gives the exit code.</summary>
    public static int Tell(VerbContext context, string verb, string path, BuildFileExport export)
    {
        foreach (SkippedJob skipped in export.Skipped)
        {
            context.Environment.Error.WriteLine(Printable.Line($"skipped {skipped.Key}: {skipped.Code} {skipped.Reason} ({skipped.Place})"));
        }

        if (context.Json)
        {
            JsonOutput.Print(context, verb, json =>
            {
                json.WriteString("out", path);
                json.WriteNumber("written", export.Written);
                json.WriteNumber("missing", export.Missing);
                json.WriteNumber("skipped", export.Skipped.Count);
            });
        }
        else
        {
            int builds = export.Written + export.Missing + export.Skipped.Count;
            context.Environment.Output.WriteLine($"{Printable.Count(builds)} builds: {Printable.Count(export.Written)} with a file, {Printable.Count(export.Missing)} without, {Printable.Count(export.Skipped.Count)} skipped; written to {path}");
        }

        return export.Skipped.Count > 0 ? ExitCodes.ItemsSkipped : ExitCodes.Ok;
    }
}
