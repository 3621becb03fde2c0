using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Failures;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The lines of a failing build's log that explain why it failed.</summary>
internal static class LogsFailuresVerb
{
    private const int MostContext = 100;

    public static Command Create(VerbRunner runner)
    {
        var failing = new Argument<string>("fail") { Description = "The log of the build that failed, plain or compressed with gzip; - for the standard input.", HelpName = "FAIL" };
        var passing = new Option<string[]>("--pass") { Description = "Logs of builds of the same job that passed, to compare with; folders stand for all files below them.", HelpName = "PASS", AllowMultipleArgumentsPerToken = true };
        var around = new Option<int>("--context") { Description = "How many lines above and below are printed with those that explain the failure.", HelpName = "N", DefaultValueFactory = _ => 2 };
        var most = new Option<int>("--max-lines") { Description = "The most lines that are printed; the middle of what is longer is left out. 0 = all.", HelpName = "N", DefaultValueFactory = _ => 80 };
        var scores = new Option<bool>("--scores") { Description = "Print the score of each line, 0 to 100, before it." };
        var command = new Command("failures", "Print the lines of a failing build's log that explain why it failed.") { failing, passing, around, most, scores };
        runner.Bind(command, context =>
        {
            int lines = Within(around, context.Get(around), MostContext);
            var page = new FailuresPage(context, Within(most, context.Get(most), int.MaxValue), context.Get(scores));
            var finder = new FailingLineFinder(new FailingLineOptions { ContextLines = context.Json ? 0 : lines });
            IReadOnlyList<string> failed = LogInput.Files(context, [context.Get(failing)]);
            string file = failed.Count == 1
                ? failed[0]
                : throw CliErrors.Option(failing.Name, "It is a folder with several logs", "Give the log of one failed build; --pass takes folders.");
            IReadOnlyList<CiFeaturesException> skipped = LogInput.Each(context, Others(context, context.Get(passing) ?? [], file), (_, stream) => finder.AddPassing(stream));
            using Stream log = LogInput.Open(context, file);
            FailingLineReport report = finder.Find(log);
            page.Print(LogInput.Name(context, file), report);
            return skipped.Count == 0 ? ExitCodes.Ok : ExitCodes.ItemsSkipped;
        });
        return command;
    }

    // A folder of logs may hold the failing one too; who names it as passing means it.
    private static IEnumerable<string> Others(VerbContext context, string[] passing, string failing) =>
        passing.SelectMany(argument => LogInput.Files(context, [argument]).Where(file => file != failing || file == context.Environment.FullPath(argument)));

    private static int Within(Option<int> option, int value, int most) => value >= 0 && value <= most
        ? value
        : throw CliErrors.Option(option.Name, FormattableString.Invariant($"{value} is not between 0 and {most}"), "Give a number within these bounds.");
}
