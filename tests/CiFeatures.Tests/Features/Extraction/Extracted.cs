using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Extraction;

/// <summary>All tables of a snapshot, computed in memory.</summary>
internal sealed class Extracted
{
    private Extracted(CollectedTables tables, ExtractionResult result, IReadOnlyList<string> names)
    {
        Tables = tables;
        Result = result;
        Names = names;
    }

    public CollectedTables Tables { get; }

    public ExtractionResult Result { get; }

    public IReadOnlyList<string> Names { get; }

    public static Extracted Of(JobGrid grid) => Of(new MemorySnapshot().Add(grid), new FeatureOptions { WithCells = true });

    public static Extracted Of(ISnapshotReader snapshot, FeatureOptions? options = null, CancellationToken cancellation = default)
    {
        var extractor = new FeatureExtractor(options ?? new FeatureOptions());
        var tables = new CollectedTables(extractor.Schemas);
        ExtractionResult result = extractor.Extract(snapshot, tables.Writers, null, cancellation);
        return new Extracted(tables, result, [.. extractor.Schemas.Select(s => s.Name)]);
    }

    public IReadOnlyDictionary<string, object?> Job(string job) => Tables.Records("jobs").Single(r => (string)r["job"]! == job);

    public IReadOnlyDictionary<string, object?> Test(string test) => Tables.Records("tests").Single(r => (string)r["test"]! == test);

    /// <summary>Every value of every table, one line for each row; numbers with all their digits.</summary>
    public string Dump() => string.Join('\n', Names.SelectMany(table => Tables.Records(table).Select(row =>
        table + ": " + string.Join(" | ", row.Select(v => $"{v.Key}={(v.Value is null ? "null" : Convert.ToString(v.Value, CultureInfo.InvariantCulture))}")))));
}
