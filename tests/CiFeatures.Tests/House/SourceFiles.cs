using System.Diagnostics;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.House;

/// <summary>The files of the checkout that are, or would be, under version control.</summary>
internal static class SourceFiles
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", "out"];

    /// <summary>Paths relative to the root, with slashes, in order.</summary>
    public static IReadOnlyList<string> All() => [.. (FromGit() ?? FromDisk()).Where(f => File.Exists(Repository.PathOf(f))).Order(StringComparer.Ordinal)];

    /// <summary>The C# files that people write.</summary>
    public static IReadOnlyList<string> HandWritten() =>
        [.. All().Where(f => f.EndsWith(".cs", StringComparison.Ordinal) && !f.EndsWith(".g.cs", StringComparison.Ordinal) && !f.Contains("/Generated/", StringComparison.Ordinal))];

    private static IReadOnlyList<string>? FromGit()
    {
        try
        {
            var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            {
                WorkingDirectory = Repository.Root,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process git = Process.Start(start)!;
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 && output.Length > 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null; // There is no git; a source archive is read from disk.
        }
    }

    private static IReadOnlyList<string> FromDisk()
    {
        List<string> found = [];
        Stack<string> folders = new([Repository.Root]);
        while (folders.TryPop(out string? folder))
        {
            found.AddRange(Directory.EnumerateFiles(folder).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')));
            foreach (string sub in Directory.EnumerateDirectories(folder).Where(d => !NotOurs.Contains(Path.GetFileName(d))))
            {
                folders.Push(sub);
            }
        }

        return found;
    }
}
