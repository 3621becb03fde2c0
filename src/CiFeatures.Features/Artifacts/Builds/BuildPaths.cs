namespace CiFeatures.Features.Artifacts.Builds;

/// <summary>The files of a build that features are about, by their paths below the build's folder.</summary>
internal static class BuildPaths
{
    public const string Artifacts = "artifacts/";
    public const string Started = "started.json";
    public const string Finished = "finished.json";
    public const string ProwJob = "prowjob.json";
    public const string PodInfo = "podinfo.json";
    public const string BuildLog = "build-log.txt";

    /// <summary>Where OpenShift's builds keep the events of their namespace.</summary>
    public const string BuildEvents = "artifacts/build-resources/events.json";

    private const string EventsName = "events.json";
    private const string Xml = ".xml";
    private const string JUnit = "junit";
    private const string BazelName = "test.xml";

    /// <summary>Whether a path names a list of Kubernetes events.</summary>
    public static bool IsEvents(string path) => path[(path.LastIndexOf('/') + 1)..] == EventsName;

    /// <summary>Whether a path names a log: <c>build-log.txt</c> of the build or of one of its steps, or any <c>.log</c>.</summary>
    public static bool IsLog(string path) => path.AsSpan(path.LastIndexOf('/') + 1) is BuildLog || path.EndsWith(".log", StringComparison.Ordinal);

    /// <summary>Whether TestGrid takes a file of a build for a JUnit file: <c>junit….xml</c> or <c>test.xml</c>.</summary>
    /// <remarks>TestGrid's pattern lets slashes stand between <c>junit</c> and <c>.xml</c>, so every XML file below a folder <c>junit…/</c> is one.</remarks>
    public static bool IsJUnit(string path)
    {
        if (!path.EndsWith(Xml, StringComparison.Ordinal))
        {
            return false;
        }

        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        ReadOnlySpan<char> before = path.AsSpan(0, path.Length - Xml.Length);
        return name is BazelName || before.StartsWith(JUnit) || before.IndexOf("/" + JUnit, StringComparison.Ordinal) >= 0;
    }
}
