namespace CiFeatures.Collection.Store;

/// <summary>Totals over the files of a snapshot; they follow from its list of files.</summary>
public sealed record SnapshotCounts
{
    /// <summary>The number of stored bodies.</summary>
    public required int Files { get; init; }

    /// <summary>The sum of their lengths after content decoding.</summary>
    public required long Bytes { get; init; }

    /// <summary>The number of dashboards that a summary or a table belongs to.</summary>
    public required int Dashboards { get; init; }

    /// <summary>The number of summary answers.</summary>
    public required int Summaries { get; init; }

    /// <summary>The number of table answers.</summary>
    public required int Tables { get; init; }

    /// <summary>The number of tests over all tables; null where a table was not decoded when it was stored.</summary>
    public long? Tests { get; init; }

    /// <summary>The number of runs over all tables; null where a table was not decoded when it was stored.</summary>
    public long? Runs { get; init; }

    /// <summary>The number of cells over all tables, blank ones included; null where a table was not decoded when it was stored.</summary>
    public long? Cells { get; init; }

    /// <summary>The number of items that were left out.</summary>
    public required int Skipped { get; init; }

    /// <summary>Counts a list of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="skipped">What was left out.</param>
    public static SnapshotCounts Of(IReadOnlyCollection<SnapshotFile> files, IReadOnlyCollection<SkippedItem> skipped)
    {
        List<SnapshotFile> tables = [.. files.Where(f => f.Kind == SnapshotFileKind.Table)];
        return new SnapshotCounts
        {
            Files = files.Count,
            Bytes = files.Sum(f => f.Bytes),
            Dashboards = files.Where(f => f.Kind != SnapshotFileKind.Other).Select(f => f.Dashboard).Distinct(StringComparer.Ordinal).Count(),
            Summaries = files.Count(f => f.Kind == SnapshotFileKind.Summary),
            Tables = tables.Count,
            Tests = Total(tables, f => f.Tests),
            Runs = Total(tables, f => f.Runs),
            Cells = Total(tables, f => f.Cells),
            Skipped = skipped.Count,
        };
    }

    private static long? Total(List<SnapshotFile> tables, Func<SnapshotFile, long?> count) =>
        tables.Any(f => count(f) is null) ? null : tables.Sum(f => count(f)!.Value);
}
