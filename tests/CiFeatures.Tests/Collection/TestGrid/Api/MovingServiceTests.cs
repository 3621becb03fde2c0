using System.Text;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid;
using CiFeatures.Core.Grids;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid.Api;

/// <summary>
/// A service whose runs go on while it is asked: the API gives columns and rows apart, so without care results would come to stand under
/// other builds. In these answers the result of build 100 is FAIL, and of all others PASS.
/// </summary>
public sealed class MovingServiceTests : IAsyncDisposable
{
    private const int Failing = 100;
    private readonly TemporaryFolder _folder = new();
    private readonly ImpatientClock _clock = new();
    private readonly LoopbackServer _server;
    private int _newest = Failing;
    private Func<string, ServerAnswer?> _instead = _ => null;

    public MovingServiceTests() => _server = new LoopbackServer(Answer);

    [Fact]
    public async Task RunAsync_RunBeginsBetweenColumnsAndRows_AsksForBothAgain()
    {
        int asked = 0;
        _instead = target =>
        {
            // The service moves on after the columns were given for the first time.
            _newest += target.EndsWith("/rows", StringComparison.Ordinal) && asked++ == 0 ? 1 : 0;
            return null;
        };

        CollectResult result = await RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        FailingBuilds(result).ShouldBe(["100"]);
        asked.ShouldBe(2);
    }

    [Fact]
    public async Task RunAsync_RowsComeLater_ColumnsAreAskedForAgain()
    {
        int refused = 0;
        _instead = target =>
        {
            if (!target.EndsWith("/rows", StringComparison.Ordinal) || refused == 7)
            {
                return null;
            }

            refused++;
            _newest += refused == 6 ? 2 : 0;
            return ServerAnswer.Of(503);
        };

        CollectResult result = await RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        FailingBuilds(result).ShouldBe(["100"]);
    }

    [Fact]
    public async Task RunAsync_InterruptedBetweenColumnsAndRows_AsksForBothAgain()
    {
        using var stop = new CancellationTokenSource();
        _instead = target => target.EndsWith("/rows", StringComparison.Ordinal) ? new ServerAnswer { Silent = true, Before = stop.Cancel } : null;
        await Should.ThrowAsync<OperationCanceledException>(RunAsync(stop.Token));
        _instead = _ => null;
        _newest += 2;

        CollectResult result = await RunAsync();

        result.RecoveredFiles.ShouldBeGreaterThan(0);
        FailingBuilds(result).ShouldBe(["100"]);
        StoreVerification.Run(Store(), SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task RunAsync_NeverHoldsStill_IsLeftOutAndTold()
    {
        _instead = target =>
        {
            _newest += target.EndsWith("/rows", StringComparison.Ordinal) ? 1 : 0;
            return null;
        };

        CollectResult result = await RunAsync();

        result.Manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1243");
        result.Manifest.Files.ShouldNotContain(f => f.Kind == SnapshotFileKind.ApiRows || f.Kind == SnapshotFileKind.ApiHeaders);
        StoreVerification.Run(Store(), SnapshotStore.All, null, CancellationToken.None).IsSound.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private SnapshotStore Store() => SnapshotStore.OpenOrCreate(_folder.PathOf("store"), _clock);

    private Task<CollectResult> RunAsync(CancellationToken cancellation = default)
    {
        var options = new CollectOptions
        {
            Dashboards = ["d"],
            Source = TestGridSourceKind.Api,
            Http = new PoliteHttpOptions { ToolVersion = "1", MaxInFlight = 1, Timeout = TimeSpan.FromHours(1) },
        };
        return new TestGridCollector(Store(), LoopbackNetwork.Handler, _clock).RunAsync(options.At(new Uri(_server.Url)), null, cancellation);
    }

    private string[] FailingBuilds(CollectResult result)
    {
        JobGrid grid = Store().OpenSnapshots(result.SnapshotId)[0].ReadGrid(new JobKey("d", "j"), []);
        return [.. Enumerable.Range(0, grid.Runs.Count).Where(run => grid.Row(0)[run] == 12).Select(run => grid.Runs.Builds[run])];
    }

    private ServerAnswer Answer(ServerRequest request)
    {
        if (_instead(request.Target) is { } instead)
        {
            return instead;
        }

        int[] builds = [.. Enumerable.Range(0, 5).Select(i => _newest - i)];
        string? json = request.Target.Split('/')[^1] switch
        {
            "tabs" => """{"dashboard_tabs":[{"name":"j","link":"/dashboards/d/tabs/j"}]}""",
            "headers" => $$"""{"headers":[{{string.Join(',', builds.Select(b => $$"""{"build":"{{b}}","name":"{{b}}","started":"2026-07-01T00:00:00Z"}"""))}}]}""",
            "rows" => $$"""{"rows":[{"name":"t","cells":[{{string.Join(',', builds.Select(b => $$"""{"result":{{(b == Failing ? 12 : 1)}}}"""))}}]}]}""",
            _ => null,
        };
        return json is null ? ServerAnswer.Of(404) : new ServerAnswer { Body = Encoding.UTF8.GetBytes(json), Headers = ["Content-Type: application/json"] };
    }
}
