using CiFeatures.Core.Builds;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>What was read of one build: all that its column is made of.</summary>
internal sealed record BuildResult
{
    /// <summary>The job, as names of rows have it.</summary>
    public string Job { get; init; } = "";

    /// <summary>The build's id.</summary>
    public string Build { get; init; } = "";

    /// <summary>What <c>started.json</c> says; null when there is none.</summary>
    public BuildStarted? Started { get; init; }

    /// <summary>What <c>finished.json</c> says; null when there is none.</summary>
    public BuildFinished? Finished { get; init; }

    /// <summary>What <c>podinfo.json</c> says; null when there is none.</summary>
    public PodInfo? Pod { get; init; }

    /// <summary>Whether anybody looked for <c>podinfo.json</c>. If not, nothing is known of the pod, and the column has no cell for it.</summary>
    public bool PodLookedFor { get; init; } = true;

    /// <summary>The JUnit files, in the order in which same-named results are to be merged.</summary>
    public IReadOnlyList<ResultSuite> Suites { get; init; } = [];

    /// <summary>Names of files that are there and cannot be used.</summary>
    public IReadOnlyList<string> Malformed { get; init; } = [];

    /// <summary>The start; 1970 when it is not known, as TestGrid has it.</summary>
    public DateTimeOffset StartedOrEpoch => Started?.Time ?? DateTimeOffset.UnixEpoch;

    /// <summary>Until when more may come: a day after the start or, once the build has ended, an hour after its end.</summary>
    public DateTimeOffset Deadline => Finished?.Time is { } end ? end.AddHours(1) : StartedOrEpoch.AddHours(24);
}
