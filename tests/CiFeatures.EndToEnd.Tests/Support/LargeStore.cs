namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A store of many jobs: the recorded answers where they are, else simulated ones.</summary>
public sealed class LargeStore : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LargeStore()
    {
        if (SharedData.TestGrid is { } recorded)
        {
            Answers = recorded;
        }
        else
        {
            Answers = _folder.PathOf("answers");
            ProgramRun.Expect(0, _folder.Path, "simulate", "--seed", "5", "--tree", Answers, "--dashboards", "2", "--jobs", "60", "--end", "2026-06-30T12:00:00Z");
        }

        ProgramRun.Call(_folder.Path, "import", "testgrid", Answers, "--into", "store", "--at", "2026-06-30T12:00:00Z").ExitCode.ShouldBeOneOf(0, 5);
    }

    /// <summary>The answers as a tree.</summary>
    internal string Answers { get; }

    internal string Path => _folder.PathOf("store");

    /// <summary>The jobs with the largest answers, the largest first.</summary>
    internal IReadOnlyList<string> LargestJobs(int count) =>
    [
        .. Directory.EnumerateFiles(Path, "*.json.gz", SearchOption.AllDirectories)
            .Where(f => System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(f)) == "table")
            .OrderByDescending(f => new FileInfo(f).Length).ThenBy(f => f, StringComparer.Ordinal)
            .Take(count)
            .Select(f => System.IO.Path.GetFileName(f)[..^".json.gz".Length]),
    ];

    public void Dispose() => _folder.Dispose();
}
