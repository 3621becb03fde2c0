using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Failures;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Features.Artifacts;

/// <summary>Reads the files of one build. One that cannot be read costs that file only.</summary>
internal sealed class FileReading(PlannedBuild build)
{
    private readonly List<DecodeIssue> _issues = [];
    private readonly List<CiFeaturesException> _skipped = [];

    public IReadOnlyList<DecodeIssue> Issues => _issues;

    public IReadOnlyList<CiFeaturesException> Skipped => _skipped;

    /// <summary>What is known of the build; one that cannot be read keeps its name, and nothing else is known of it.</summary>
    public BuildRecord Build() => Try(() => build.Source.Reader.ReadBuild(build.Key, _issues)) ?? new BuildRecord { Key = build.Key };

    /// <summary>The events of a list; null when it could not be read.</summary>
    public IReadOnlyList<KubernetesEvent>? Events(string path) => Read(() => build.Source.Reader.ReadEvents(build.Key, path, _issues));

    /// <summary>The cases of a JUnit file; null when it could not be read.</summary>
    public IReadOnlyList<JUnitCase>? JUnit(string path) => Read(() => build.Source.Reader.ReadJUnit(build.Key, path, _issues));

    /// <summary>The figures of a log; null when the snapshot does not have it or it could not be read.</summary>
    /// <param name="path">Its path below the build's folder.</param>
    /// <param name="year">The year of times that do not say theirs; null when it is not known.</param>
    public LogStatistics? Log(string path, int? year) => Try(() =>
    {
        using Stream? stream = build.Source.Reader.OpenFile(build.Key, path);
        return stream is null ? null : LogStatisticsReader.Read(stream, year);
    });

    /// <summary>The lines of a log that explain why its build failed; null when the snapshot does not have it or it could not be read.</summary>
    /// <param name="path">Its path below the build's folder.</param>
    public FailingLineReport? Failing(string path) => Try(() =>
    {
        using Stream? stream = build.Source.Reader.OpenFile(build.Key, path);
        return stream is null ? null : new FailingLineFinder().Find(stream);
    });

    // A file that gave an issue and nothing else was no list: how many it has is not known, and not 0.
    private IReadOnlyList<T>? Read<T>(Func<IReadOnlyList<T>> read)
    {
        int before = _issues.Count;
        return Try(read) is { } items && (items.Count > 0 || _issues.Count == before) ? items : null;
    }

    private T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (CiFeaturesException error) when (error.Kind is ErrorKind.BadInput or ErrorKind.Integrity)
        {
            _skipped.Add(error);
            return null;
        }
    }
}
