namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A store with the sample imported, and names of a job in it, for the tests of one class.</summary>
public sealed class SampleStore : IDisposable
{
    internal const string Dashboard = "sim-platform-release-5.1-informing";
    internal const string Job = "periodic-ci-simulated-platform-main-ci-5.1-e2e-openstack-upi";
    private readonly TemporaryFolder _folder = new();

    public SampleStore() => ProgramRun.Expect(0, _folder.Path, "import", "testgrid", Answers, "--into", "store", "--at", "2026-06-30T12:00:00Z");

    internal static string Answers { get; } = Repository.PathOf("data", "sample", "answers");

    internal string Path => _folder.PathOf("store");

    /// <summary>Makes a copy that a test may damage.</summary>
    internal string CopyTo(string folder) => Copy(Path, folder);

    internal static string Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return to;
    }

    public void Dispose() => _folder.Dispose();
}
