using System.Globalization;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Artifacts;

/// <summary>All tables about some builds, computed in memory.</summary>
internal sealed record ExtractedBuilds(CollectedTables Tables, ExtractionResult Result)
{
    public static ExtractedBuilds Of(MemoryBuilds builds, FeatureOptions? options = null) => Of([builds.Source()], options);

    public static ExtractedBuilds Of(IReadOnlyList<BuildSource> sources, FeatureOptions? options = null)
    {
        var extractor = new BuildExtractor(options ?? new FeatureOptions());
        var tables = new CollectedTables(extractor.Schemas);
        return new ExtractedBuilds(tables, extractor.Extract(sources, tables.Writers, null, CancellationToken.None));
    }

    public IReadOnlyDictionary<string, object?> Build(string build) => Tables.Records("builds").Single(r => (string)r["build"]! == build);

    /// <summary>Every value of every table, one line for each row.</summary>
    public string Dump() => string.Join('\n', new BuildExtractor(new FeatureOptions()).Schemas.SelectMany(s => Tables.Records(s.Name).Select(row =>
        s.Name + ": " + string.Join(" | ", row.Select(v => $"{v.Key}={(v.Value is null ? "null" : Convert.ToString(v.Value, CultureInfo.InvariantCulture))}")))));
}
