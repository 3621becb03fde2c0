using System.Text;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Api;
using CiFeatures.Tests.Collection.Replay;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid.Api;

/// <summary>An API that gives garbage: what is garbage is left out, the rest is taken.</summary>
public sealed class ApiSourceHostileTests : IAsyncDisposable
{
    private const string Root = "/api/v1/dashboards";
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, ServerAnswer> _answers = new(StringComparer.Ordinal);
    private readonly LoopbackServer _server;

    public ApiSourceHostileTests()
    {
        _server = new LoopbackServer(request => _answers.GetValueOrDefault(request.Target) ?? ServerAnswer.Of(404));
        _answers[Root] = Text("""{"dashboards":[{"name":"dash","link":"/dashboards/dash"}]}""");
        _answers[$"{Root}/dash/tabs"] = Text("""{"dashboard_tabs":[{"name":"good","link":"x"},{"name":"bad","link":"x"}]}""");
        foreach (string job in new[] { "good", "bad" })
        {
            _answers[$"{Root}/dash/tabs/{job}/headers"] = new ServerAnswer { Body = ApiAnswerWriter.Headers(OtherSources.Grid) };
            _answers[$"{Root}/dash/tabs/{job}/rows"] = new ServerAnswer { Body = ApiAnswerWriter.Rows(OtherSources.Grid) };
        }
    }

    public static TheoryData<string> Garbage =>
    [
        "", "{", "null", "[]", "4711", "\"text\"", "<html>maintenance</html>", "{\"rows\":{}}", "{\"rows\":[17]}", "{\"headers\":[17]}", "{\"rows\":[{\"name\":5}]}",
        "{\"rows\":[{\"name\":\"t\",\"cells\":[{\"result\":12,\"icon\":7}]}]}", "\0\u0001\u0002",
    ];

    [Theory]
    [MemberData(nameof(Garbage))]
    public async Task RunAsync_RowsAreGarbage_AreLeftOutAndTheRestIsTaken(string garbage)
    {
        _answers[$"{Root}/dash/tabs/bad/rows"] = Text(garbage);

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        manifest.Files.ShouldContain(f => f.Kind == SnapshotFileKind.ApiRows && f.Job == "good");
        if (manifest.Skipped.Count > 0)
        {
            manifest.Skipped.ShouldHaveSingleItem().Item.ShouldEndWith("/bad/rows");
        }

        ReadsBack(manifest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{\"dashboard_tabs\":[17]}")]
    public async Task RunAsync_ListOfJobsIsGarbage_IsAClearErrorAndLeavesNothing(string garbage)
    {
        _answers[$"{Root}/dash/tabs"] = Text(garbage);

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(RunAsync());

        error.Place.ShouldStartWith(_server.Url);
        error.Remedy.ShouldNotBeEmpty();
        Directory.GetFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("<html>maintenance</html>")]
    [InlineData("{\"dashboards\":[]}")]
    [InlineData("{\"dashboards\":[{\"name\":\"!?!\",\"link\":\"\"}]}")]
    public async Task RunAsync_ListOfDashboardsIsGarbage_IsAClearErrorAndLeavesNothing(string garbage)
    {
        _answers[Root] = Text(garbage);

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(RunAsync());

        error.Place.ShouldStartWith(_server.Url);
        error.Remedy.ShouldNotBeEmpty();
        Directory.GetFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_SummariesAreGarbage_AreLeftOutAndTheGridsAreTaken()
    {
        _answers[$"{Root}/dash/tab-summaries"] = Text("<html>maintenance</html>");

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        manifest.Skipped.ShouldHaveSingleItem().Item.ShouldEndWith("/dash/tab-summaries");
        manifest.Files.Count(f => f.Kind == SnapshotFileKind.ApiRows).ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_JobsWithHostileNames_StayInsideTheStore()
    {
        string[] jobs = ["../../x", "CON", "nul.txt", "C:\\x", new string('n', 300), "tab\t\u0001 a", "Same", "same", "\U0001F600"];
        _answers[$"{Root}/dash/tabs"] = Text("{\"dashboard_tabs\":[" + string.Join(',', jobs.Select(j => $"{{\"name\":{AnswerTexts.Quoted(j)}}}")) + "]}");
        string[] addressable = [.. jobs.Where(j => ApiNames.Normalize(j).Length > 0 && j != "same")];
        foreach (string job in addressable)
        {
            _answers[$"{Root}/dash/tabs/{ApiNames.Normalize(job)}/headers"] = _answers[$"{Root}/dash/tabs/good/headers"];
            _answers[$"{Root}/dash/tabs/{ApiNames.Normalize(job)}/rows"] = _answers[$"{Root}/dash/tabs/good/rows"];
        }

        SnapshotManifest manifest = (await RunAsync()).Manifest;

        manifest.Skipped.Select(s => s.Code).ShouldBe(["CIF1244", "CIF1244"]);
        manifest.Skipped[0].Reason.ShouldBe("To the API 'same' is the same as 'Same', so it cannot be asked for.");
        manifest.Files.Where(f => f.Kind == SnapshotFileKind.ApiRows).Select(f => f.Job!).Order(StringComparer.Ordinal).ShouldBe(addressable.Order(StringComparer.Ordinal));
        Directory.GetFileSystemEntries(_folder.Root).Select(e => Path.GetFileName(e)!).ShouldBe(["store"]);
        ReadsBack(manifest);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private static ServerAnswer Text(string text) => new() { Body = Encoding.UTF8.GetBytes(text) };

    private SnapshotStore Store() => SnapshotStore.OpenOrCreate(_folder.PathOf("store"), TimeProvider.System);

    private void ReadsBack(SnapshotManifest manifest)
    {
        StoreVerification.Run(Store(), SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
        SnapshotReader reader = Store().OpenSnapshots("latest").Single();
        foreach (SnapshotFile rows in manifest.Files.Where(f => f.Kind == SnapshotFileKind.ApiRows))
        {
            reader.ReadGrid(new(rows.Dashboard!, rows.Job!), []).Tests.Count.ShouldBe(rows.Tests!.Value);
        }
    }

    private Task<CollectResult> RunAsync() => new TestGridCollector(Store(), LoopbackNetwork.Handler, TimeProvider.System).RunAsync(
        new CollectOptions
        {
            Dashboards = [],
            Source = TestGridSourceKind.Api,
            Api = new Uri(_server.Url + "/api/v1"),
            Http = new PoliteHttpOptions { ToolVersion = "1", RequestsPerSecond = 0, MaxRetries = 0 },
        },
        null,
        CancellationToken.None);
}
