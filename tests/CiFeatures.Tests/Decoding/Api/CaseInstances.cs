using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;
using CiFeatures.Decoding.Api;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>The instances of a case: what is configured, and the grids and summaries that its buckets hold.</summary>
internal static class CaseInstances
{
    public const string DefaultBucket = "gs://default";

    public static ApiRoutes Routes(JsonElement test) => new(DefaultBucket, path =>
    {
        JsonElement configs = test.At("config");
        string bucket = path[..path.LastIndexOf('/')];
        return configs.Has(path) ? new ApiInstance(Directory(configs.At(path)), new CaseContents(test, bucket)) : null;
    });

    public static ApiDirectory Directory(JsonElement config) => new(
        [.. config.List("dashboardGroups").Select(g => new ApiGroup(g.Text("name"), g.Texts("dashboardNames")))],
        [.. config.List("dashboards").Select(d => Dashboard(d, config.List("testGroups")))]);

    public static DashboardSummary Summary(JsonElement summary, string dashboard) =>
        new(dashboard, [.. summary.List("tabSummaries").Select(Job)]);

    public static JobGrid Grid(JsonElement grid, JobKey key)
    {
        IReadOnlyList<JsonElement> columns = grid.List("columns");
        byte[][] cells = [.. grid.List("rows").Select(Cells)];

        // Some cases have rows and no columns; those are given columns here, so that the grid has room for the cells.
        int runs = Math.Max(columns.Count, cells.Length == 0 ? 0 : cells.Max(c => c.Length));
        int headers = columns.Count == 0 ? 0 : columns.Max(c => c.Texts("extra").Count);
        RunAxis axis = new(
            [.. Enumerable.Range(0, runs).Select(i => i < columns.Count ? columns[i].Text("build") : "")],
            [.. Enumerable.Range(0, runs).Select(i => i < columns.Count ? columns[i].Long("started") : 0)],
            [.. Enumerable.Repeat("", headers)],
            [.. Enumerable.Range(0, headers).Select(h => columns.Select(c => c.Texts("extra")[h]).ToArray())]);
        TestRow[] tests = [.. grid.List("rows").Select(Row)];
        return new(key, new GridInfo(), tests, axis, [.. cells.SelectMany(c => c.Concat(new byte[runs - c.Length]))]);
    }

    private static byte[] Cells(JsonElement row)
    {
        int[] pairs = [.. row.List("results").Select(e => e.GetInt32())];
        RunLength.TryDecode(pairs, 1000, out byte[] cells, RunLengthVariant.Api).ShouldBeTrue();
        return cells;
    }

    private static TestRow Row(JsonElement row) => new()
    {
        Name = row.Text("name"),
        Id = row.Text("id"),
        CellIds = row.Texts("cellIds"),
        Messages = row.Texts("messages"),
        ShortTexts = row.Texts("icons"),
        LinkedBugs = row.Texts("issues"),
    };

    private static ApiDashboard Dashboard(JsonElement dashboard, IReadOnlyList<JsonElement> testGroups) =>
        new(dashboard.Text("name"), [.. dashboard.List("dashboardTab").Select(t => Tab(t, testGroups))])
        {
            DefaultTab = dashboard.Text("defaultTab"),
            HighlightToday = dashboard.Flag("highlightToday"),
            SuppressFailingTabs = dashboard.Flag("downplayFailingTabs"),
            Notifications = [.. dashboard.List("notifications").Select(n => new ApiNotification(n.Text("summary"), n.Text("contextLink")))],
        };

    private static ApiTab Tab(JsonElement tab, IReadOnlyList<JsonElement> testGroups)
    {
        JsonElement group = testGroups.FirstOrDefault(g => g.Text("name") == tab.Text("testGroupName"));
        JsonElement source = group.At("resultSource").At("resultSourceConfig").At("gcsConfig");
        return new ApiTab(tab.Text("name"))
        {
            TestGroupName = tab.Text("testGroupName"),
            Description = tab.Text("description"),
            BaseOptions = tab.Text("baseOptions"),
            GcsPrefix = source.Has("gcsPrefix") ? source.Text("gcsPrefix") : group.Text("gcsPrefix"),
            PubsubProject = source.Text("pubsubProject"),
            PubsubSubscription = source.Text("pubsubSubscription"),
            Results = new(tab.Text("resultsText"), tab.At("resultsUrlTemplate").Text("url")),
            AboutUrl = tab.Text("aboutDashboardUrl"),
            CodeSearchUrl = tab.At("codeSearchUrlTemplate").Text("url"),
            ColumnDiffs = [.. tab.List("columnDiffLinkTemplates").Select(l => new ApiLink(l.Text("name"), l.Text("url")))],
            OpenTestUrl = tab.At("openTestTemplate").Text("url"),
            FileBugUrl = tab.At("fileBugTemplate").Text("url"),
            AttachBugUrl = tab.At("attachBugTemplate").Text("url"),
        };
    }

    private static JobSummary Job(JsonElement tab) => new()
    {
        Job = tab.Text("dashboardTabName"),
        OverallStatus = Published<string>.Of(TabStatuses.Name(tab.TabStatus("overallStatus"))),
        StatusText = Published<string>.Of(tab.Text("status")),
        LatestGreen = Published<string>.Of(tab.Text("latestGreen")),
        LastRunTimeMs = Milliseconds(tab, "lastRunTimestamp"),
        LastUpdateTimeMs = Milliseconds(tab, "lastUpdateTimestamp"),
        Healthiness = tab.Has("healthiness") ? Published<string>.Of(tab.At("healthiness").GetRawText()) : default,
        Alerts =
        [
            .. tab.List("failingTestSummaries").Select(t => new SummaryAlert
            {
                DisplayName = t.Text("displayName"),
                FailCount = t.Int("failCount"),
                FailTimeMs = Milliseconds(t, "failTimestamp"),
                PassTimeMs = Milliseconds(t, "passTimestamp"),
            }),
        ],
    };

    // The bucket's summaries have seconds with fractions.
    private static long? Milliseconds(JsonElement from, string name) => from.Has(name) ? (long)Math.Round(from.Number(name) * 1000) : null;

    private sealed class CaseContents(JsonElement test, string bucket) : IApiContents
    {
        public JobGrid? ReadGrid(JobKey key)
        {
            JsonElement prefix = test.At("patch").At("$sets").At("tabPathPrefix");
            string folder = prefix.ValueKind == JsonValueKind.String ? prefix.GetString()! : "tabs";
            JsonElement grid = test.At("grid").At($"{bucket}/{folder}/{key.Dashboard}/{Uri.EscapeDataString(key.Job)}");
            return grid.ValueKind == JsonValueKind.Object ? Grid(grid, key) : null;
        }

        public DashboardSummary? ReadSummary(string dashboard)
        {
            JsonElement summary = test.At("summaries").At($"{bucket}/summary/summary-{ApiNames.Normalize(dashboard)}");
            return summary.ValueKind == JsonValueKind.Object ? Summary(summary, dashboard) : null;
        }
    }
}
