using System.Buffers;
using CiFeatures.Collection.Replay.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.SummaryAnswers;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Collection.Replay.Legacy;

/// <summary>The pages and answers of TestGrid's legacy site.</summary>
/// <remarks>
/// A table is served as it was stored, whatever the query says about stale tests and durations. What the snapshot has from another source
/// only is written in the legacy form.
/// </remarks>
internal sealed class LegacySite : IReplaySite
{
    private readonly SnapshotIndex _index;
    private readonly HashSet<string> _dashboards;
    private readonly ReplayAnswer _page;

    public LegacySite(SnapshotIndex index, Func<IReadOnlyList<string>, byte[]> pageWriter)
    {
        _index = index;
        _dashboards = new HashSet<string>(index.Snapshot.Dashboards, StringComparer.Ordinal);
        _page = index.Find(SnapshotFileKind.DashboardsPage) is { } page ? index.Answer(page, ReplayAnswer.Html) : index.Made(pageWriter(index.Snapshot.Dashboards), ReplayAnswer.Html);
    }

    public ReplayAnswer? Answer(RequestTarget target) => target.Path switch
    {
        [""] => _page,
        [var dashboard] when _dashboards.Contains(dashboard) => _page,
        [var dashboard, ""] when _dashboards.Contains(dashboard) => _page,
        [var dashboard, "summary"] when _dashboards.Contains(dashboard) => Summary(dashboard),
        [var dashboard, "table"] when _dashboards.Contains(dashboard) => Table(dashboard, target),
        _ => null,
    };

    private ReplayAnswer Summary(string dashboard)
    {
        if (_index.Find(SnapshotFileKind.Summary, dashboard) is { } file)
        {
            return _index.Answer(file, ReplayAnswer.Json);
        }

        if (_index.Snapshot.ReadSummary(dashboard, []) is not { } summary)
        {
            return ReplayAnswer.NotFound("the snapshot has no summary of this dashboard");
        }

        ArrayBufferWriter<byte> body = new();
        SummaryAnswerWriter.Write(summary, body);
        return _index.Made(body.WrittenMemory, ReplayAnswer.Json);
    }

    private ReplayAnswer Table(string dashboard, RequestTarget target)
    {
        if (target.Query("tab") is not { } job)
        {
            return ReplayAnswer.NotFound("the query has no tab");
        }

        // A plus sign is itself or a blank, as the client likes it.
        if (!_index.HasGrid(dashboard, job) && target.Query("tab", plusIsBlank: true) is { } other && _index.HasGrid(dashboard, other))
        {
            job = other;
        }

        if (_index.Find(SnapshotFileKind.Table, dashboard, job) is { } file)
        {
            return _index.Answer(file, ReplayAnswer.Json);
        }

        if (!_index.HasGrid(dashboard, job))
        {
            return ReplayAnswer.NotFound("the snapshot has no table of this tab");
        }

        ArrayBufferWriter<byte> body = new();
        TableAnswerWriter.Write(_index.Snapshot.ReadGrid(new JobKey(dashboard, job), []), body);
        return _index.Made(body.WrittenMemory, ReplayAnswer.Json);
    }
}
