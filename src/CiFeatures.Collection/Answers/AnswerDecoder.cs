using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
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
}
