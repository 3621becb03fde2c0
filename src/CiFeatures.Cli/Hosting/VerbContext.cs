using System.CommandLine;
using CiFeatures.Cli.Output;

namespace CiFeatures.Cli.Hosting;

/// <summary>What a verb works with while it runs.</summary>
internal sealed class VerbContext(AppEnvironment environment, ParseResult parse, bool json, bool quiet, int verbosity, bool offline, CancellationToken cancellation)
{
    public AppEnvironment Environment { get; } = environment;

    public bool Json { get; } = json;

    public bool Quiet { get; } = quiet;

    public int Verbosity { get; } = verbosity;

    /// <summary>Gets what makes the carriers of requests; with --offline nothing does.</summary>
    public Func<HttpMessageHandler> HttpHandlers => offline ? throw CliErrors.Offline(parse.CommandResult.Command.Name) : Environment.HttpHandlers;

    public CancellationToken Cancellation { get; } = cancellation;

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T Get<T>(Argument<T> argument) => parse.GetValue(argument)!;

    /// <summary>Whether an option stands on the command line, and not only its default holds.</summary>
    public bool WasGiven(Option option) => parse.GetResult(option) is { Implicit: false };

    public string PathOf(Option<string> option) => Environment.FullPath(parse.GetValue(option)!);

    public string PathOf(Argument<string> argument) => Environment.FullPath(parse.GetValue(argument)!);

    /// <summary>Writes a path the short way where it is below the current folder, so that it can be read and copied.</summary>
    public string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.Directory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Says something on stderr, unless told to be quiet.</summary>
    public void Say(string line)
    {
        if (!Quiet)
        {
            Environment.Error.WriteLine(line);
        }
    }

    /// <summary>Runs some work under a progress bar on a terminal, under a plain line now and then elsewhere.</summary>
    public T WithProgress<T>(string what, Func<IProgress<ProgressStep>, T> work) => new ProgressDisplay(Environment, Quiet).Run(what, work);
}
