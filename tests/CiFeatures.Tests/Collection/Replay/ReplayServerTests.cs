using System.Net;
using System.Text.Json;
using CiFeatures.Collection.Replay;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Replay;

public class ReplayServerTests
{
    [Fact]
    public async Task Url_ByDefault_IsALoopbackAddress()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();

        scene.Server.Url.Host.ShouldBe("127.0.0.1");
        scene.Server.Url.Port.ShouldBeGreaterThan(0);
        scene.Server.SnapshotId.ShouldBe(scene.Snapshot.SnapshotId);
        new ReplayOptions().Listen.ShouldBe(IPAddress.Loopback);
    }

    [Fact]
    public async Task Start_OnAPortThatIsTaken_IsAClearError()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(() =>
            ReplayServer.StartAsync(scene.Store, new ReplayOptions { Port = scene.Server.Url.Port }, TimeProvider.System, CancellationToken.None));

        error.Code.ShouldBe("CIF1260");
        error.Remedy.ShouldContain("--port");
        error.Place.ShouldContain(scene.Server.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Start_WithSettingsThatCannotBe_IsAClearError()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        foreach (ReplayOptions options in new[]
        {
            new ReplayOptions { Port = 70_000 }, new ReplayOptions { Bucket = "../x" }, new ReplayOptions { Snapshot = "all" },
            new ReplayOptions { SlowFor = TimeSpan.FromSeconds(-1) }, new ReplayOptions { RetryAfter = TimeSpan.FromDays(9) },
        })
        {
            (await Should.ThrowAsync<CiFeaturesException>(() => ReplayServer.StartAsync(scene.Store, options, TimeProvider.System, CancellationToken.None))).Code.ShouldBe("CIF1261");
        }

        (await Should.ThrowAsync<CiFeaturesException>(() => ReplayServer.StartAsync(scene.Store, new ReplayOptions { Port = 0, Snapshot = "2001-01-01T000000Z" }, TimeProvider.System, CancellationToken.None))).Code.ShouldBe("CIF1203");
    }

    [Fact]
    public async Task Requests_AreNotedWithAllThatIsKnown()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        (string target, byte[] body) = scene.Stored()[^1];
        (await scene.SendAsync(target, null, ("User-Agent", "a test/1.0 (mail@example.org)"))).Dispose();
        (await scene.SendAsync("/unknown?x=1")).Dispose();

        scene.Server.Requests.Count.ShouldBe(2);
        ReplayRequest first = scene.Server.Requests[0];
        (first.Sequence, first.Method, first.Target, first.Status, first.Fault, first.Bytes, first.InFlight, first.UserAgent)
            .ShouldBe((1, "GET", target, 200, null, body.Length, 1, "a test/1.0 (mail@example.org)"));
        first.EndMicroseconds.ShouldBeGreaterThanOrEqualTo(first.BeginMicroseconds);
        ReplayRequest second = scene.Server.Requests[1];
        (second.Sequence, second.Target, second.Status, second.UserAgent).ShouldBe((2, "/unknown?x=1", 404, null));
        second.BeginMicroseconds.ShouldBeGreaterThanOrEqualTo(first.EndMicroseconds);
        scene.Server.Counters.Requests.ShouldBe(2);
        scene.Server.Counters.Bytes.ShouldBe(first.Bytes + second.Bytes);
    }

    [Fact]
    public async Task Requests_BeyondThoseThatAreRemembered_AreForgottenButCounted()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { RememberedRequests = 3 });
        for (int i = 0; i < 5; i++)
        {
            (await scene.SendAsync($"/{i}")).Dispose();
        }

        scene.Server.Requests.Select(r => r.Target).ShouldBe(["/2", "/3", "/4"]);
        scene.Server.Counters.Requests.ShouldBe(5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task InFlight_OfAClientThatKeepsALimit_IsNeverSeenAboveIt(int limit)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Latency = ReplayLatency.Parse("0-3ms") });
        string[] targets = [.. Enumerable.Repeat(scene.Stored().Select(s => s.Target), 30).SelectMany(t => t)];
        await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = limit }, async (target, _) =>
        {
            using HttpResponseMessage answer = await scene.SendAsync(target);
            await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        });

        scene.Server.Counters.MostInFlight.ShouldBe(limit);
        scene.Server.Requests.Max(r => r.InFlight).ShouldBe(limit);
        scene.Server.Requests.Count.ShouldBe(targets.Length);
        scene.Server.Requests.Select(r => r.Sequence).Order().ShouldBe(Enumerable.Range(1, targets.Length).Select(i => (long)i));
    }

    [Fact]
    public async Task Latency_OfEveryAnswer_IsWaitedForAtLeast()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Latency = ReplayLatency.Parse("30ms-60ms") });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => (await scene.SendAsync($"/{i}")).Dispose()));

        scene.Server.Requests.ShouldAllBe(r => r.EndMicroseconds - r.BeginMicroseconds >= 29_000);
    }

    [Fact]
    public async Task Log_OfRequests_HasOneLineForEachAndSurvivesAsItIs()
    {
        using var folder = new Support.TemporaryFolder();
        string path = folder.PathOf("log.jsonl");
        File.WriteAllText(path, "before\n");
        using var log = new ReplayLog(path);
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { OnRequest = log.Write });
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async i => (await scene.SendAsync($"/%22{i}")).Dispose()));

        // Read while the file is still open, as after a kill.
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        string[] lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(51);
        lines[0].ShouldBe("before");
        JsonElement[] requests = [.. lines.Skip(1).Select(l => JsonDocument.Parse(l).RootElement)];
        requests.Select(r => r.GetProperty("sequence").GetInt64()).Order().ShouldBe(Enumerable.Range(1, 50).Select(i => (long)i));
        requests.ShouldAllBe(r => r.GetProperty("status").GetInt32() == 404 && r.GetProperty("fault").ValueKind == JsonValueKind.Null && r.GetProperty("user_agent").ValueKind == JsonValueKind.Null);
        requests.ShouldAllBe(r => r.GetProperty("end_us").GetInt64() >= r.GetProperty("begin_us").GetInt64() && r.GetProperty("in_flight").GetInt32() >= 1 && r.GetProperty("bytes").GetInt64() > 0);
        log.Failure.ShouldBeNull();
    }

    [Fact]
    public void Log_InAFolderThatIsNotThere_IsAClearError()
    {
        using var folder = new Support.TemporaryFolder();

        Should.Throw<CiFeaturesException>(() => new ReplayLog(folder.PathOf("none", "log"))).Code.ShouldBe("CIF1262");
    }

    [Fact]
    public async Task Dispose_WithRequestsUnderWay_EndsSoonAndFreesThePort()
    {
        ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Latency = ReplayLatency.Parse("1h") });
        Task<HttpResponseMessage> waiting = scene.SendAsync("/");
        while (scene.Server.Counters.MostInFlight == 0)
        {
            await Task.Delay(5);
        }

        Uri url = scene.Server.Url;
        await scene.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        await Should.ThrowAsync<HttpRequestException>(() => waiting);
        await using ReplayServer next = await ReplayServer.StartAsync(scene.Store, new ReplayOptions { Port = url.Port }, TimeProvider.System, CancellationToken.None);
        next.Url.ShouldBe(url);
        await next.DisposeAsync();
        scene.Client.Dispose();
    }
}
