using System.Text;
using CiFeatures.Collection.Answers;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Api;
using CiFeatures.Decoding.State;

namespace CiFeatures.Tests.Collection;

/// <summary>Takes every body that begins with a brace, so that tests of the store need no real answers.</summary>
internal sealed class FakeDecoder : IAnswerDecoder
{
    public DecodeLimits Limits => DecodeLimits.Default;

    public JobGrid ReadTable(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues)
    {
        Check(utf8);
        return new JobGrid(key, new GridInfo(), [], RunAxis.Empty, []);
    }

    public DashboardSummary ReadSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues)
    {
        Check(utf8);
        return new DashboardSummary(Encoding.UTF8.GetString(utf8), []);
    }

    public JobGrid ReadStateTab(ReadOnlySpan<byte> body, JobKey key, ICollection<DecodeIssue> issues) => ReadTable(body, key, issues);

    public JobGrid ReadStateGroup(ReadOnlySpan<byte> body, JobKey key, string baseOptions, ICollection<DecodeIssue> issues) => ReadTable(body, key, issues);

    public StateConfig ReadStateConfig(ReadOnlySpan<byte> body, ICollection<DecodeIssue> issues)
    {
        Check(body);
        return new StateConfig();
    }

    public DashboardSummary ReadStateSummary(ReadOnlySpan<byte> body, string dashboard, ICollection<DecodeIssue> issues) => ReadSummary(body, dashboard, issues);

    public JobGrid ReadApiGrid(ReadOnlySpan<byte> headersUtf8, ReadOnlySpan<byte> rowsUtf8, JobKey key, ICollection<DecodeIssue> issues)
    {
        Check(headersUtf8);
        return ReadTable(rowsUtf8, key, issues);
    }

    public DashboardSummary ReadApiSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues) => ReadSummary(utf8, dashboard, issues);

    public IReadOnlyList<ApiResource> ReadApiDashboards(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues) => ReadApiTabs(utf8, issues);

    public IReadOnlyList<ApiResource> ReadApiTabs(ReadOnlySpan<byte> utf8, ICollection<DecodeIssue> issues)
    {
        Check(utf8);
        return [];
    }

    private static void Check(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.StartsWith("{"u8))
        {
            throw new CiFeaturesException("CIF1199", ErrorKind.BadInput, "A brace was expected.", "byte 0");
        }
    }
}
