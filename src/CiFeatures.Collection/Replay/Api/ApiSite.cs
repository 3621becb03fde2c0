using CiFeatures.Collection.Replay.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Collection.Replay.Api;

/// <summary>TestGrid's v1 API below <c>/api/v1</c>: the stored answers where the snapshot has them, else written from what it has of other sources.</summary>
/// <remarks>
/// The API looks names up by their letters and digits only. Where two names of a snapshot are the same to it, the first in ordinal order is served.
/// </remarks>
internal sealed class ApiSite : IReplaySite
{
    private const int PrefixSegments = 2;
    private static readonly (string Name, string Value) AnyOrigin = ("Access-Control-Allow-Origin", "*");
    private readonly SnapshotIndex _index;
    private readonly Lazy<ApiDirectory> _directory;
    private readonly ApiRoutes _routes;

    public ApiSite(SnapshotIndex index, string bucket)
    {
        _index = index;

        // The summaries are read when the API is first asked for something, not when the server starts.
        _directory = new Lazy<ApiDirectory>(() => DirectoryOf(index));
        StoredContents contents = new(index);
        string config = $"gs://{bucket}/config";
        _routes = new ApiRoutes($"gs://{bucket}", path => string.Equals(path, config, StringComparison.Ordinal) ? new ApiInstance(_directory.Value, contents) : null);
    }

    public ReplayAnswer? Answer(RequestTarget target)
    {
        if (target.Path is not ["api", "v1", ..])
        {
            return null;
        }

        // A scope changes the links, so the stored lists answer requests without one only.
        string? scope = target.Query("scope");
        ReplayAnswer answer = (string.IsNullOrEmpty(scope) ? Stored(target.Path[PrefixSegments..]) : null) ?? Written(target, scope);
        return answer with { Headers = [.. answer.Headers, AnyOrigin] };
    }

    private static ApiDirectory DirectoryOf(SnapshotIndex index) =>
        new([], [.. Addressable(index.Snapshot.Dashboards).Select(d => new ApiDashboard(d, [.. Addressable(index.JobsOf(d)).Select(t => new ApiTab(t))]))]);

    private static IEnumerable<string> Addressable(IReadOnlyList<string> names) => names.Except(ApiNames.Unaddressable(names), StringComparer.Ordinal);

    private ReplayAnswer? Stored(string[] path)
    {
        SnapshotFile? file = path switch
        {
            ["dashboards"] => _index.Find(SnapshotFileKind.ApiDashboards),
            ["dashboards", var d, "tabs"] when _directory.Value.TryDashboard(d, out ApiDashboard? dashboard) => _index.Find(SnapshotFileKind.ApiTabs, dashboard.Name),
            ["dashboards", var d, "tab-summaries"] when _directory.Value.TryDashboard(d, out ApiDashboard? dashboard) => _index.Find(SnapshotFileKind.ApiTabSummaries, dashboard.Name),
            ["dashboards", var d, "tabs", var t, "headers"] => OfTab(SnapshotFileKind.ApiHeaders, d, t),
            ["dashboards", var d, "tabs", var t, "rows"] => OfTab(SnapshotFileKind.ApiRows, d, t),
            _ => null,
        };
        return file is null ? null : _index.Answer(file, ReplayAnswer.Json);
    }

    private SnapshotFile? OfTab(SnapshotFileKind kind, string dashboard, string tab) =>
        _directory.Value.TryDashboard(dashboard, out ApiDashboard? found) && _directory.Value.TryTab(dashboard, tab, out ApiTab? known) ? _index.Find(kind, found.Name, known.Name) : null;

    private ReplayAnswer Written(RequestTarget target, string? scope)
    {
        string path = string.Concat(target.Path.Skip(PrefixSegments).Select(s => "/" + Uri.EscapeDataString(s)));
        ApiResponse response = _routes.Get(path, scope is null ? "" : "scope=" + Uri.EscapeDataString(scope));
        return response.Status == 200
            ? _index.Made(response.Body, ReplayAnswer.Json)
            : new ReplayAnswer { Status = response.Status, ContentType = ReplayAnswer.Text, Body = new MadeBody(response.Body) };
    }
}
