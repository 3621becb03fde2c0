using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Writes summary objects as TestGrid's summarizer does.</summary>
public static class StateSummaryWriter
{
    /// <summary>Writes a summary.</summary>
    /// <param name="summary">The summary; what only summary answers have, such as the status icon, has no place in the object.</param>
    /// <returns>The object: plain protobuf. The same summary gives the same bytes.</returns>
    public static byte[] Write(DashboardSummary summary)
    {
        DashboardSummaryMessage message = new();
        message.TabSummaries.AddRange(summary.Jobs.Select(job => TabSummaryConversion.ToMessage(job, summary.Dashboard)));
        WireWriter writer = new();
        DashboardSummaryMessage.Shape.Write(message, writer);
        return writer.Written.ToArray();
    }
}
