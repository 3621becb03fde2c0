using System.Diagnostics;
using System.Globalization;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A call of the built program that may be watched and stopped.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;
    private readonly Task<long> _peak;

    private RunningProgram(Process process)
    {
        _process = process;
        process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
        _peak = Task.Run(WatchMemory);
    }

    public bool HasEnded => _process.HasExited;

    public static RunningProgram Start(string folder, IEnumerable<string> arguments) =>
        new(Process.Start(Plan(folder, "dotnet", ["exec", ProgramRun.Assembly, .. arguments]))!);

    /// <summary>Starts it so that it can be interrupted, also where the tests themselves run as a job that ignores interrupts.</summary>
    public static RunningProgram StartInterruptible(string folder, IEnumerable<string> arguments) =>
        new(Process.Start(Plan(folder, "env", ["--default-signal=INT", "dotnet", "exec", ProgramRun.Assembly, .. arguments]))!);

    public static ProcessStartInfo Plan(string folder, string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // As a user's shell has it: the test runner adds variables of its own.
        start.Environment.Remove("DOTNET_ROOT_X64");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBuildExtensionsPath");
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        return start;
    }

    /// <summary>Sends a signal by its name, such as INT.</summary>
    public void Signal(string name)
    {
        if (!_process.HasExited)
        {
            using Process kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    /// <summary>Waits until something is so, or the program has ended.</summary>
    public bool WaitUntil(Func<bool> isSo)
    {
        while (!_process.HasExited)
        {
            if (isSo())
            {
                return true;
            }

            Thread.Sleep(2);
        }

        return isSo();
    }

    public ProgramRun Wait(TimeSpan patience)
    {
        if (!_process.WaitForExit(patience))
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program did not end within {patience}.\n{_error.GetAwaiter().GetResult()}");
        }

        return new ProgramRun(_process.ExitCode, _output.GetAwaiter().GetResult(), _error.GetAwaiter().GetResult(), _peak.GetAwaiter().GetResult());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    // The kernel's own high-water mark only rises, so looking now and then misses nothing but the last moments.
    private long WatchMemory()
    {
        string status = $"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status";
        long peak = 0;
        while (File.Exists(status) && !_process.HasExited)
        {
            try
            {
                string? line = File.ReadLines(status).FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
                peak = line is null ? peak : Math.Max(peak, 1024 * long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));
            }
            catch (IOException)
            {
                // It ended between the two looks.
            }

            Thread.Sleep(5);
        }

        return peak;
    }
}
