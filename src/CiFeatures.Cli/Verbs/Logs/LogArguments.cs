using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Arguments and options that the verbs over logs share.</summary>
internal static class LogArguments
{
    public static Argument<string[]> Files() => new("files")
    {
        Description = "Logs, plain or compressed with gzip; a folder stands for all files below it, - for the standard input.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    public static int? Year(int? year) => year is < 1970 or > 9000 ? throw CliErrors.Option("--year", $"{year} is not a year of a log", "Give one from 1970, such as 2021.") : year;
}
