using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;

namespace CiFeatures.Collection.Answers;

/// <summary>Decodes stored answers; tests put a simpler one in its place.</summary>
internal interface IAnswerDecoder
{
    /// <summary>How large an answer may be.</summary>
    DecodeLimits Limits { get; }

    /// <summary>Decodes a table answer.</summary>
    /// <exception cref="CiFeaturesException">It is not a table answer; the place says where in it.</exception>
    JobGrid ReadTable(ReadOnlySpan<byte> utf8, JobKey key, ICollection<DecodeIssue> issues);

    /// <summary>Decodes a summary answer.</summary>
    /// <exception cref="CiFeaturesException">It is not a summary answer; the place says where in it.</exception>
    DashboardSummary ReadSummary(ReadOnlySpan<byte> utf8, string dashboard, ICollection<DecodeIssue> issues);
}
