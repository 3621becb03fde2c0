using System.CommandLine;
using CiFeatures.Cli.Verbs;

namespace CiFeatures.Cli.Hosting;

/// <summary>The command line as a whole.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, AppEnvironment environment)
    {
        ParseResult parse = Build(environment).Parse(args);
        if (parse.Errors.Count > 0)
        {
            return Task.FromResult(TellUsage(parse, environment));
        }

        return parse.InvokeAsync(new InvocationConfiguration { Output = environment.Output, Error = environment.Error });
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
            DemoVerb.Create(runner),
            ImportVerb.Create(runner),
            StoreVerb.Create(runner),
            FeaturesVerb.Create(runner),
            TensorVerb.Create(runner),
            ExportVerb.Create(runner),
            DescribeVerb.Create(runner),
            PlotVerb.Create(runner),
            SimulateVerb.Create(runner),
            DictionaryVerb.Create(runner),
            CompletionVerb.Create(runner),
        };
        return root;
    }

    private static int TellUsage(ParseResult parse, AppEnvironment environment)
    {
        foreach (System.CommandLine.Parsing.ParseError error in parse.Errors)
        {
            environment.Error.WriteLine("error: " + error.Message);
        }

        var names = new Stack<string>();
        for (System.CommandLine.Parsing.SymbolResult? result = parse.CommandResult; result is System.CommandLine.Parsing.CommandResult command; result = result.Parent)
        {
            names.Push(command.Command is RootCommand ? "cifeatures" : command.Command.Name);
        }

        environment.Error.WriteLine($"  do:  {string.Join(' ', names)} --help");
        return ExitCodes.Usage;
    }
}
