using System.Diagnostics;
using System.Text.Json;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Formats.Interop;

/// <summary>Runs the scripts of <c>tests/interop</c>. Where node, its packages or NumPy are not there, the test skips and says so.</summary>
internal static class Peers
{
    private static readonly string Folder = Repository.PathOf("artifacts", "interop");
    private static readonly Lazy<string?> NodeProblem = new(InstallNode);
    private static readonly Lazy<string?> Python = new(FindPython);

    public static JsonElement Node(string script, params string[] arguments)
    {
        Skip.If(NodeProblem.Value is not null, NodeProblem.Value);
        return Parse(Run("node", [Path.Combine(Folder, script), .. arguments], Folder));
    }

    public static JsonElement PythonScript(string script, params string[] arguments)
    {
        Skip.If(Python.Value is null, "There is no python3 with numpy and pandas here (on Debian: apt-get install python3-numpy python3-pandas).");
        return Parse(Run(Python.Value!, [Repository.PathOf("tests", "interop", script), .. arguments], Repository.Root));
    }

    /// <summary>Runs a Python program in a folder and gives what it prints. Skips where a module that it needs is not there.</summary>
    public static string PythonFile(string folder, string path, params IReadOnlyList<string> modules)
    {
        Skip.If(Python.Value is null, "There is no python3 with numpy and pandas here (on Debian: apt-get install python3-numpy python3-pandas).");
        foreach (string module in modules)
        {
            Skip.If(Run(Python.Value!, ["-c", $"import {module}"], folder).Code != 0, $"{Python.Value} has no {module} here.");
        }

        (int code, string output, string error) = Run(Python.Value!, [path], folder);
        code.ShouldBe(0, $"{path}\n{output}\n{error}");
        return output;
    }

    private static JsonElement Parse((int Code, string Output, string Error) result)
    {
        result.Code.ShouldBe(0, result.Error);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }

    private static string? InstallNode()
    {
        string source = Repository.PathOf("tests", "interop");
        Directory.CreateDirectory(Folder);
        foreach (string script in Directory.GetFiles(source, "*.mjs"))
        {
            File.Copy(script, Path.Combine(Folder, Path.GetFileName(script)), overwrite: true);
        }

        // Installed once for each state of package.json; the mark is written when it went well.
        string wanted = File.ReadAllText(Path.Combine(source, "package.json"));
        string mark = Path.Combine(Folder, "installed.json");
        if (File.Exists(mark) && File.ReadAllText(mark) == wanted)
        {
            return null;
        }

        File.WriteAllText(Path.Combine(Folder, "package.json"), wanted);
        try
        {
            (int code, _, string error) = Run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"], Folder);
            if (code != 0)
            {
                return "The packages of tests/interop cannot be installed: " + error.Trim();
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node and npm are not here.";
        }

        File.WriteAllText(mark, wanted);
        return null;
    }

    private static string? FindPython()
    {
        foreach (string candidate in new[] { "/usr/bin/python3", "python3" })
        {
            try
            {
                if (Run(candidate, ["-c", "import numpy, pandas"], Repository.Root).Code == 0)
                {
                    return candidate;
                }
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // Not there; the next one may be.
            }
        }

        return null;
    }

    private static (int Code, string Output, string Error) Run(string program, string[] arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
