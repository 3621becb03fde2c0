using CiFeatures.Cli.Hosting;

namespace CiFeatures.Tests.Support;

/// <summary>One call of the command line within this process, with its own folder and output, which reaches no other machine.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static Task<CliRun> StartAsync(string folder, params string[] arguments) => StartAsync(folder, TimeProvider.System, arguments);

    public static async Task<CliRun> StartAsync(string folder, TimeProvider time, string[] arguments, CancellationToken cancellation = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var environment = new AppEnvironment(output, error, time, folder, outputIsTerminal: false, errorIsTerminal: false, color: false) { HttpHandlers = LoopbackNetwork.Handler };
        int exitCode = await CommandLine.RunAsync(arguments, environment, cancellation);
        return new CliRun(exitCode, output.ToString(), error.ToString());
    }
}
