using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>What <c>data</c> holds, copied to where the commands of a page expect it.</summary>
internal static class SampleCopy
{
    /// <summary>Copies the recorded answers of <c>data/sample</c>.</summary>
    public static void Make(string target) => Copy(Repository.PathOf("data", "sample", "answers"), target);

    /// <summary>Copies everything: the answers as <c>sample</c>, the made bucket as <c>bucket</c>, the made logs as <c>logs</c>, and masks for them.</summary>
    public static void MakeAll(string folder)
    {
        Make(Path.Combine(folder, "sample"));
        MakeBucket(Path.Combine(folder, "bucket"));
        Copy(Repository.PathOf("data", "logs"), Path.Combine(folder, "logs"), "build-*.txt");
        File.Copy(Repository.PathOf("data", "log-masks.txt"), Path.Combine(folder, "log-masks.txt"));
    }

    /// <summary>Copies the made bucket of <c>data/bucket</c>.</summary>
    public static void MakeBucket(string target) => Copy(Repository.PathOf("data", "bucket"), target);

    private static void Copy(string source, string target, string pattern = "*")
    {
        foreach (string file in Directory.GetFiles(source, pattern, SearchOption.AllDirectories))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The invented build logs of <c>data/logs</c>.</summary>
    public static void MakeLogs(string target)
    {
        Directory.CreateDirectory(target);
        foreach (string file in Directory.GetFiles(Repository.PathOf("data", "logs"), "build-*.txt"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }
    }
}
