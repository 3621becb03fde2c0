using CiFeatures.Core.Builds;

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

    /// <summary>Whether a path names a list of Kubernetes events.</summary>
    public static bool IsEvents(string path) => path[(path.LastIndexOf('/') + 1)..] == EventsName;

    /// <summary>Whether a path names a log: <c>build-log.txt</c> of the build or of one of its steps, or any <c>.log</c>.</summary>
    public static bool IsLog(string path) => path.AsSpan(path.LastIndexOf('/') + 1) is BuildLog || path.EndsWith(".log", StringComparison.Ordinal);

    /// <summary>Whether TestGrid takes a file of a build for a JUnit file.</summary>
    public static bool IsJUnit(string path) => JUnitFileNames.OfArtifact(path) is not null;
}
