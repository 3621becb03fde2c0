using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Collection.Replay.Api;

/// <summary>A snapshot's grids and summaries, from whatever source it has them, for the API's answers.</summary>
internal sealed class StoredContents(SnapshotIndex index) : IApiContents
{
    public JobGrid? ReadGrid(JobKey key) => index.HasGrid(key.Dashboard, key.Job) ? index.Snapshot.ReadGrid(key, []) : null;

    public DashboardSummary? ReadSummary(string dashboard) => index.Snapshot.ReadSummary(dashboard, []);
}
