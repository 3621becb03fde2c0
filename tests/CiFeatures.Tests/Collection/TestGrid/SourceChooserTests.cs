using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Collection.Replay;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>Without a named source the first that answers is taken: the legacy site, then the API, then the bucket.</summary>
public sealed class SourceChooserTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackServer _down = new(_ => ServerAnswer.Of(503));
    private readonly LoopbackServer _other = new(_ => ServerAnswer.Of(404));
    private readonly List<string> _said = [];
    private readonly ReplayScene _replay = ReplayScene.StartAsync().GetAwaiter().GetResult();

    private string Up => _replay.Server.Url.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Auto_LegacySiteAnswers_IsTakenWithoutAnotherRequest()
    {
        CollectResult named = await RunAsync(Options(Up, Up, Up) with { Source = TestGridSourceKind.Legacy });

        CollectResult result = await RunAsync(Options(Up, Up, Up));

        result.Source.ShouldBe(TestGridSourceKind.Legacy);
        result.Requests.ShouldBe(named.Requests, "The first answer is kept.");
        result.Manifest.Fingerprint.ShouldBe(named.Manifest.Fingerprint);
        _said.ShouldNotContain(s => s.Contains("passed over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Auto_LegacySiteIsDown_FallsToTheApiAndSaysSo()
    {
        CollectResult result = await RunAsync(Options(_down.Url, Up, Up));

        result.Source.ShouldBe(TestGridSourceKind.Api);
        result.Manifest.Source.Location.ShouldBe($"{Up}/api/v1");
        result.Manifest.Files.ShouldAllBe(f => f.Path.StartsWith("testgrid-api/", StringComparison.Ordinal));
        _said.ShouldContain(s => s.StartsWith("the source 'legacy' is passed over: The service answered with status 503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Auto_OnlyTheBucketAnswers_FallsToIt()
    {
        CollectResult result = await RunAsync(Options(_down.Url, _other.Url, Up));

        result.Source.ShouldBe(TestGridSourceKind.State);
        result.Manifest.Files.ShouldAllBe(f => f.Path.StartsWith("testgrid-state/", StringComparison.Ordinal));
        _said.Count(s => s.Contains("is passed over", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Auto_LegacySiteGivesAPageWithoutDashboards_FallsToTheApi()
    {
        await using var moved = new LoopbackServer(_ => ServerAnswer.Page("<html>This site has moved.</html>"));

        (await RunAsync(Options(moved.Url, Up, Up))).Source.ShouldBe(TestGridSourceKind.Api);
    }

    [Fact]
    public async Task Auto_NobodyAnswers_IsTheReasonOfTheFirst()
    {
        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(RunAsync(Options(_down.Url, _other.Url, _other.Url)));

        error.Kind.ShouldBe(ErrorKind.SourceUnavailable);
        error.Place.ShouldStartWith(_down.Url);
        Directory.GetFileSystemEntries(_folder.Root).ShouldBeEmpty();
    }

    [Fact]
    public async Task Auto_DashboardThatTheLegacySiteDoesNotHave_IsNoReasonToLookElsewhere()
    {
        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(RunAsync(Options(Up, _down.Url, _down.Url) with { Dashboards = ["no-such"] }));

        error.Code.ShouldBe("CIF1231");
        _down.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Auto_BadPattern_IsFoundBeforeAnybodyIsAsked()
    {
        (await Should.ThrowAsync<CiFeaturesException>(RunAsync(Options(_down.Url, _other.Url, Up) with { JobPatterns = ["re:("] }))).Kind.ShouldBe(ErrorKind.Usage);

        (_down.Requests.Count, _other.Requests.Count).ShouldBe((0, 0));
    }

    public async ValueTask DisposeAsync()
    {
        await _replay.DisposeAsync();
        await _down.DisposeAsync();
        await _other.DisposeAsync();
        _folder.Dispose();
    }

    private static CollectOptions Options(string site, string api, string storage) => new()
    {
        Dashboards = [],
        Site = new Uri(site),
        Api = new Uri(api + "/api/v1"),
        Storage = new Uri(storage),
        Http = new PoliteHttpOptions { ToolVersion = "1", RequestsPerSecond = 0, MaxRetries = 0 },
    };

    private Task<CollectResult> RunAsync(CollectOptions options) =>
        new TestGridCollector(SnapshotStore.OpenOrCreate(_folder.PathOf(Guid.NewGuid().ToString("N")), TimeProvider.System), LoopbackNetwork.Handler, TimeProvider.System)
            .RunAsync(options, new SyncProgress<CollectProgress>(p => _said.Add(p.Current)), CancellationToken.None);
}
