using System.Net;
using System.Text.Json;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Api;

namespace CiFeatures.Tests.Collection.Replay.Api;

public class ApiSiteTests
{
    private static readonly string Dashboard = ApiNames.Normalize(ReplayScene.Blocking);
    private static readonly string Tab = ApiNames.Normalize(ReplayScene.Job);

    [Fact]
    public async Task Lists_OfASnapshotOfLegacyAnswers_NameWhatItHas()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        (await NamesAsync(scene, "/api/v1/dashboards", "dashboards")).ShouldBe(scene.Snapshot.Dashboards);
        string[] tabs = await NamesAsync(scene, $"/api/v1/dashboards/{Dashboard}/tabs", "dashboard_tabs");
        tabs.ShouldBe(scene.Snapshot.ReadSummary(ReplayScene.Blocking, [])!.Jobs.Select(j => j.Job).Order(StringComparer.Ordinal));
        JsonElement groups = await JsonAsync(scene, "/api/v1/dashboard-groups");
        groups.EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Grid_OfALegacyAnswer_HasTheSameCells()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        byte[] headers = await scene.Client.GetByteArrayAsync($"/api/v1/dashboards/{Dashboard}/tabs/{Tab}/headers");
        byte[] rows = await scene.Client.GetByteArrayAsync($"/api/v1/dashboards/{ReplayScene.Blocking}/tabs/{ReplayScene.Job}/rows");

        var key = new JobKey(ReplayScene.Blocking, ReplayScene.Job);
        JobGrid grid = ApiGridReader.Read(headers, rows, key, []);
        JobGrid stored = scene.Snapshot.ReadGrid(key, []);
        OtherSources.CellsOf(grid).ShouldBe(OtherSources.CellsOf(stored));
        grid.Runs.TimesMs.ToArray().ShouldBe(stored.Runs.TimesMs.ToArray());

        // Read without any of our readers: one cell for each column.
        JsonElement row = JsonDocument.Parse(rows).RootElement.GetProperty("rows")[0];
        row.GetProperty("cells").GetArrayLength().ShouldBe(JsonDocument.Parse(headers).RootElement.GetProperty("headers").GetArrayLength());
    }

    [Fact]
    public async Task Summaries_OfALegacyAnswer_AreThere()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        JsonElement all = await JsonAsync(scene, $"/api/v1/dashboards/{Dashboard}/tab-summaries");
        JsonElement one = await JsonAsync(scene, $"/api/v1/dashboards/{Dashboard}/tab-summaries/{Tab}");
        JsonElement dashboard = await JsonAsync(scene, $"/api/v1/dashboards/{Dashboard}/summary");

        all.GetProperty("tab_summaries").GetArrayLength().ShouldBe(3);
        one.GetProperty("tab_summary").GetProperty("tab_name").GetString().ShouldBe(ReplayScene.Job);
        dashboard.GetProperty("dashboard_summary").GetProperty("name").GetString().ShouldBe(ReplayScene.Blocking);
    }

    [Theory]
    [InlineData("/api/v1")]
    [InlineData("/api/v1/")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v1/dashboards/unknown")]
    [InlineData("/api/v1/dashboards/unknown/tabs")]
    [InlineData("/api/v1/dashboards?scope=gs://other")]
    [InlineData("/api/v1/dashboards/..%2F..%2Fmanifest.json/tabs")]
    [InlineData("/api/v2/dashboards")]
    public async Task Names_ThatAreNotThere_Are404InPlainText(string target)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        using HttpResponseMessage answer = await scene.SendAsync(target);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
    }

    [Fact]
    public async Task Scope_OfTheServersOwnBucket_IsCarriedInTheLinks()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new CiFeatures.Collection.Replay.ReplayOptions { Bucket = "my-bucket" });
        string text = await scene.Client.GetStringAsync("/api/v1/dashboards?scope=gs://my-bucket");

        text.ShouldContain($"/dashboards/{Dashboard}?scope=gs://my-bucket");
    }

    [Fact]
    public async Task Answers_ThatWereStored_AreTheStoredBytesUnderAnySpelling()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(store => OtherSources.Write(store, SnapshotFileKind.ApiRows));
        SnapshotReader snapshot = scene.Snapshot;
        byte[] Body(SnapshotFileKind kind) => snapshot.ReadBody(snapshot.Manifest.Files.Single(f => f.Kind == kind));

        (await scene.Client.GetByteArrayAsync("/api/v1/dashboards")).ShouldBe(Body(SnapshotFileKind.ApiDashboards));
        (await scene.Client.GetByteArrayAsync("/api/v1/dashboards/DASH/tab-summaries")).ShouldBe(Body(SnapshotFileKind.ApiTabSummaries));
        (await scene.Client.GetByteArrayAsync("/api/v1/dashboards/dash/tabs/my-job/headers")).ShouldBe(Body(SnapshotFileKind.ApiHeaders));
        (await scene.Client.GetByteArrayAsync("/api/v1/dashboards/dash/tabs/My%20Job/rows")).ShouldBe(Body(SnapshotFileKind.ApiRows));
        (await NamesAsync(scene, "/api/v1/dashboards/dash/tabs", "dashboard_tabs")).ShouldBe(["My Job"]);
    }

    private static async Task<JsonElement> JsonAsync(ReplayScene scene, string target)
    {
        using HttpResponseMessage answer = await scene.SendAsync(target);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
    }

    private static async Task<string[]> NamesAsync(ReplayScene scene, string target, string field) =>
        [.. (await JsonAsync(scene, target)).GetProperty(field).EnumerateArray().Select(d => d.GetProperty("name").GetString()!)];
}
