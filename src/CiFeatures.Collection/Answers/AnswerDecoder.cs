using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.State;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Collection.Answers;

/// <summary>Decodes answers with the readers of the decoding project.</summary>
internal sealed class AnswerDecoder(DecodeLimits limits) : IAnswerDecoder
{
    public DecodeLimits Limits => limits;

    public JobGrid ReadTable(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues) => TableAnswerReader.Read(utf8, key, issues, limits);

    public DashboardSummary ReadSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues) =>
        SummaryAnswerReader.Read(utf8, dashboard, issues, limits);

    public JobGrid ReadStateTab(ReadOnlySpan<byte> body, JobKey key, ICollection<DecodeIssue> issues) => StateGridReader.Read(body, key, issues, limits);

    public JobGrid ReadStateGroup(ReadOnlySpan<byte> body, JobKey key, string baseOptions, ICollection<DecodeIssue> issues) =>
        TabFilter.Apply(StateGridReader.Read(body, key, issues, limits), baseOptions);

    public DashboardSummary ReadStateSummary(ReadOnlySpan<byte> body, string dashboard, ICollection<DecodeIssue> issues) =>
        StateSummaryReader.Read(body, dashboard, issues, limits);

    public StateConfig ReadStateConfig(ReadOnlySpan<byte> body, ICollection<DecodeIssue> issues) => StateConfigReader.Read(body, issues, limits);

    public JobGrid ReadApiGrid(ReadOnlySpan<byte> headersUtf8, ReadOnlySpan<byte> rowsUtf8, JobKey key, ICollection<DecodeIssue> issues) =>
        ApiGridReader.Read(headersUtf8, rowsUtf8, key, issues, limits);

    public DashboardSummary ReadApiSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues) =>
        ApiSummaryReader.Read(utf8, dashboard, issues, limits);

    public IReadOnlyList<ApiResource> ReadApiDashboards(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues) => ApiListReader.ReadDashboards(utf8, issues, limits);

    public IReadOnlyList<ApiResource> ReadApiTabs(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues) => ApiListReader.ReadTabs(utf8, issues, limits);
}
