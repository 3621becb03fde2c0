using System.CommandLine;
using System.CommandLine.Parsing;
using CiFeatures.Cli.Verbs;
using CiFeatures.Cli.Verbs.Collect;
using CiFeatures.Cli.Verbs.Logs;

namespace CiFeatures.Cli.Hosting;

/// <summary>The command line as a whole.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, AppEnvironment environment, CancellationToken cancellation = default)
    {
        ParseResult parse = Build(environment).Parse(args);
        if (parse.Errors.Count > 0)
        {
            return Task.FromResult(TellUsage(parse, environment));
        }

        // The library's own handling of signals would begin only after a verb has ended, since verbs work on the calling thread.
        var configuration = new InvocationConfiguration { Output = environment.Output, Error = environment.Error, ProcessTerminationTimeout = null };
        return parse.InvokeAsync(configuration, cancellation);
    }

    public static RootCommand Build(AppEnvironment environment)
    {
        var options = new GlobalOptions();
        var runner = new VerbRunner(environment, options);
        var root = new RootCommand("Collects CI results from TestGrid, computes feature data sets and draws them.")
        {
            options.Json,
            options.Quiet,
            options.Verbose,
            options.NoColor,
            options.Offline,
            DemoVerb.Create(runner),
            CollectVerb.Create(runner),
            ImportVerb.Create(runner),
            StoreVerb.Create(runner),
            ServeVerb.Create(runner),
            FeaturesVerb.Create(runner),
            TensorVerb.Create(runner),
            ExportVerb.Create(runner),
            DescribeVerb.Create(runner),
            PlotVerb.Create(runner),
            LogsVerb.Create(runner),
            SimulateVerb.Create(runner),
            DictionaryVerb.Create(runner),
            CompletionVerb.Create(runner),
        };
        return root;
    }

    private static int TellUsage(ParseResult parse, AppEnvironment environment)
    {
        foreach (string message in UsageMessages.Of(parse))
        {
            environment.Error.WriteLine("error: " + message);
        }

        var names = new Stack<string>();
        for (SymbolResult? result = parse.CommandResult; result is CommandResult step; result = result.Parent)
        {
            names.Push(step.Command is RootCommand ? "cifeatures" : step.Command.Name);
        }

        environment.Error.WriteLine($"  do:  {string.Join(' ', names)} --help");
        return ExitCodes.Usage;
    }
}
