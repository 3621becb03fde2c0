using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Snapshots;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;
using CiFeatures.Features.Extraction;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Features.Extraction;

/// <summary>A snapshot of one job whose answers a test writes by hand.</summary>
internal sealed class OneJobSnapshot(string table, string? summary = null) : ISnapshotReader
{
    public string SnapshotId => "2021-07-28T000000Z";

    public DateTimeOffset Created => new(2021, 7, 28, 0, 0, 0, TimeSpan.Zero);

    public string Fingerprint => "";

    public IReadOnlyList<string> Dashboards => ["d"];

    /// <summary>The feature tables of a snapshot.</summary>
    public static CollectedTables Extract(string table, string? summary = null)
    {
        var extractor = new FeatureExtractor(new FeatureOptions { Threads = 1 });
        var tables = new CollectedTables(extractor.Schemas);
        extractor.Extract(new OneJobSnapshot(table, summary), tables.Writers, null, CancellationToken.None).Skipped.ShouldBeEmpty();
        return tables;
    }

    public IReadOnlyList<string> JobsWithTable(string dashboard) => ["j"];

    public DashboardSummary? ReadSummary(string dashboard, ICollection<DecodeIssue> issues) =>
        summary is null ? null : SummaryAnswerReader.Read(Encoding.UTF8.GetBytes(summary), dashboard, issues);

    public JobGrid ReadGrid(JobKey key, ICollection<DecodeIssue> issues) => TableAnswerReader.Read(Encoding.UTF8.GetBytes(table), key, issues);
}
