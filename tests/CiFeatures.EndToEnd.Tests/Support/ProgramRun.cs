using System.Diagnostics;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>What a finished call of the built program said.</summary>
/// <param name="ExitCode">Its exit code; 128 + n when a signal ended it.</param>
/// <param name="Output">All of stdout.</param>
/// <param name="Error">All of stderr.</param>
/// <param name="PeakBytes">The most memory that was resident, as far as it was seen; 0 where the system does not tell.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error, long PeakBytes)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program that these tests were built with, in the same configuration.</summary>
    public static string Assembly { get; } = Repository.PathOf("artifacts", "bin", "CiFeatures.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\')), "cifeatures.dll");

    /// <summary>Calls the program in a folder and waits for its end.</summary>
    public static ProgramRun Call(string folder, params IEnumerable<string> arguments)
    {
        using RunningProgram program = RunningProgram.Start(folder, arguments);
        return program.Wait(Patience);
    }

    /// <summary>Calls the program and fails unless it ends with the given code.</summary>
    public static ProgramRun Expect(int exitCode, string folder, params IEnumerable<string> arguments)
    {
        string[] words = [.. arguments];
        ProgramRun run = Call(folder, words);
        run.ExitCode.ShouldBe(exitCode, $"cifeatures {string.Join(' ', words)}\n{run}");
        return run;
    }

    /// <summary>Calls some other program; null when it is not installed.</summary>
    public static ProgramRun? Other(string folder, string file, params IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(RunningProgram.Plan(folder, file, arguments))!;
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ProgramRun(process.ExitCode, output, error.GetAwaiter().GetResult(), 0);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public override string ToString() => $"exit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
