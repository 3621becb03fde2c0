using System.CommandLine;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Hosting;

/// <summary>Runs a verb and turns whatever goes wrong into a clear message and the right exit code.</summary>
internal sealed class VerbRunner(AppEnvironment environment, GlobalOptions options)
{
    /// <summary>Binds a verb's work to its command.</summary>
    public void Bind(Command command, Func<VerbContext, int> work) =>
        command.SetAction((parse, cancellation) => Task.FromResult(Run(parse, work, cancellation)));

    private int Run(ParseResult parse, Func<VerbContext, int> work, CancellationToken cancellation)
    {
        if (parse.GetValue(options.NoColor))
        {
            environment.WithoutColors();
        }

        int verbosity = parse.GetResult(options.Verbose)?.IdentifierTokenCount ?? 0;
        var context = new VerbContext(environment, parse, parse.GetValue(options.Json), parse.GetValue(options.Quiet), verbosity, parse.GetValue(options.Offline), cancellation);
        try
        {
            return work(context);
        }
        catch (OperationCanceledException)
        {
            environment.Error.WriteLine("Interrupted; what was finished before is kept.");
            return ExitCodes.Interrupted;
        }
        catch (CiFeaturesException error)
        {
            Tell(error, verbosity);
            return (int)error.Kind;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Tell(CliErrors.CannotWrite("", error), verbosity);
            return ExitCodes.BadInput;
        }
        catch (Exception error)
        {
            environment.Error.WriteLine($"error: a fault of the program: {error.GetType().Name}: {error.Message}");
            environment.Error.WriteLine("  do:    run again with -vv and report what it prints.");
            Trace(error, verbosity);
            return ExitCodes.Unexpected;
        }
    }

    private void Tell(CiFeaturesException error, int verbosity)
    {
        environment.Error.WriteLine($"error {error.Code}: {error.Message.TrimEnd('.')}.");
        if (error.Place.Length > 0)
        {
            environment.Error.WriteLine($"  where: {error.Place}");
        }

        if (error.Remedy.Length > 0)
        {
            environment.Error.WriteLine($"  do:    {error.Remedy}");
        }

        Trace(error, verbosity);
    }

    private void Trace(Exception error, int verbosity)
    {
        if (verbosity >= 2)
        {
            environment.Error.WriteLine(error.ToString());
        }
    }
}
