using System.Text.Json.Serialization;
using CiFeatures.Collection.Store.Manifests;

namespace CiFeatures.Collection.Store;

/// <summary>Totals over the files of a snapshot; they follow from its list of files.</summary>
public sealed record SnapshotCounts
{
    /// <summary>The number of stored bodies.</summary>
    public required int Files { get; init; }

    /// <summary>The sum of their lengths after content decoding.</summary>
    public required long Bytes { get; init; }

    /// <summary>The number of dashboards that have a summary or a grid, from whatever source.</summary>
    public required int Dashboards { get; init; }

    /// <summary>The number of dashboards that have a summary; one that several sources have counts once.</summary>
    public required int Summaries { get; init; }

    /// <summary>The number of jobs that have a grid; one that several sources have counts once.</summary>
    public required int Tables { get; init; }

    /// <summary>The number of tests over all jobs, each from the source that it is read from; null where a grid was not decoded when it was stored.</summary>
    public long? Tests { get; init; }

    /// <summary>The number of runs over all jobs, each from the source that it is read from; null where a grid was not decoded when it was stored.</summary>
    public long? Runs { get; init; }

    /// <summary>The number of cells over all jobs, blank ones included, each from the source that it is read from; null where a grid was not decoded when it was stored.</summary>
    public long? Cells { get; init; }

    /// <summary>The number of items that were left out.</summary>
    public required int Skipped { get; init; }

    /// <summary>The number of builds that have a listing or a file; null in a snapshot without builds.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Builds { get; init; }

    /// <summary>The number of files that builds were asked for and do not have; null where nothing was missing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Missing { get; init; }

    /// <summary>Counts a list of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="skipped">What was left out.</param>
    /// <param name="missing">What builds do not have.</param>
    internal static SnapshotCounts Of(IReadOnlyCollection<SnapshotFile> files, IReadOnlyCollection<SkippedItem> skipped, IReadOnlyCollection<MissingFile> missing) =>
        Of(files, skipped) with
        {
            Builds = files.Where(f => f.Build is not null).Select(f => (f.Job, f.Build)).Distinct().Count() is > 0 and int builds ? builds : null,
            Missing = missing.Count > 0 ? missing.Count : null,
        };

    /// <summary>Counts a list of files without builds.</summary>
    /// <param name="files">The files.</param>
    /// <param name="skipped">What was left out.</param>
    public static SnapshotCounts Of(IReadOnlyCollection<SnapshotFile> files, IReadOnlyCollection<SkippedItem> skipped)
    {
        AnswerIndex answers = new(files);
        List<SnapshotFile> grids = [.. answers.Grids.Select(g => g.File)];
        return new SnapshotCounts
        {
            Files = files.Count,
            Bytes = files.Sum(f => f.Bytes),
            Dashboards = answers.Dashboards.Count,
            Summaries = answers.Summaries.Count,
            Tables = grids.Count,
            Tests = Total(grids, f => f.Tests),
            Runs = Total(grids, f => f.Runs),
            Cells = Total(grids, f => f.Cells),
            Skipped = skipped.Count,
        };
    }

    private static long? Total(List<SnapshotFile> grids, Func<SnapshotFile, long?> count) =>
        grids.Any(f => count(f) is null) ? null : grids.Sum(f => count(f)!.Value);
}
