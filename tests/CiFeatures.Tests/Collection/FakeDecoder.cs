using System.Text;
using CiFeatures.Collection.Answers;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;

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

    private static void Check(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.StartsWith("{"u8))
        {
            throw new CiFeaturesException("CIF1199", ErrorKind.BadInput, "A brace was expected.", "byte 0");
        }
    }
}
