using System.CommandLine;
using System.CommandLine.Parsing;
using CiFeatures.Cli.Verbs;
using CiFeatures.Cli.Verbs.Collect;
using CiFeatures.Cli.Verbs.Logs;

namespace CiFeatures.Cli.Hosting;

/// <summary>The command line as a whole.</summary>
internal static class CommandLine
{
    // In the order of the help. Only the verb that is called is made: the others' options take as long as the work of a short call.
    private static readonly (string Name, Func<VerbRunner, Command> Create)[] Verbs =
    [
        ("demo", DemoVerb.Create),
        ("collect", CollectVerb.Create),
        ("import", ImportVerb.Create),
        ("store", StoreVerb.Create),
        ("serve", ServeVerb.Create),
        ("features", FeaturesVerb.Create),
        ("tensor", TensorVerb.Create),
        ("export", ExportVerb.Create),
        ("describe", DescribeVerb.Create),
        ("plot", PlotVerb.Create),
        ("logs", LogsVerb.Create),
        ("simulate", SimulateVerb.Create),
        ("dictionary", DictionaryVerb.Create),
        ("completion", CompletionVerb.Create),
    ];

    public static Task<int> RunAsync(string[] args, AppEnvironment environment, CancellationToken cancellation = default)
    {
        // What a wrong call is told depends on all verbs.
        ParseResult parse = Build(environment, args.FirstOrDefault()).Parse(args);
        parse = parse.Errors.Count > 0 ? Build(environment).Parse(args) : parse;
        if (parse.Errors.Count > 0)
        {
            return Task.FromResult(TellUsage(parse, environment));
        }

        // The library's own handling of signals would begin only after a verb has ended, since verbs work on the calling thread.
        var configuration = new InvocationConfiguration { Output = environment.Output, Error = environment.Error, ProcessTerminationTimeout = null };
        return parse.InvokeAsync(configuration, cancellation);
    }

    /// <summary>Makes the commands.</summary>
    /// <param name="environment">What they work with.</param>
    /// <param name="verb">The only verb to make; all of them where it is none's name.</param>
    public static RootCommand Build(AppEnvironment environment, string? verb = null)
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
        };
        int only = Array.FindIndex(Verbs, v => v.Name == verb);
        foreach ((string _, Func<VerbRunner, Command> create) in only >= 0 ? Verbs.AsSpan(only, 1) : Verbs)
        {
            root.Add(create(runner));
        }

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
