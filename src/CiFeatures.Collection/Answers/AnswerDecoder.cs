using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Collection.Answers;

/// <summary>Decodes answers with the readers of the decoding project.</summary>
internal sealed class AnswerDecoder : IAnswerDecoder
{
    public JobGrid ReadTable(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues) => throw new NotSupportedException();

    public DashboardSummary ReadSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues) => throw new NotSupportedException();
}
