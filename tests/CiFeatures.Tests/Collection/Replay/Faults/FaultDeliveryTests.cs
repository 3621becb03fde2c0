using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CiFeatures.Collection.Replay;
using CiFeatures.Collection.Replay.Faults;
using CiFeatures.Tests.Collection.Replay.Prow;

namespace CiFeatures.Tests.Collection.Replay.Faults;

public class FaultDeliveryTests
{
    private static readonly string Target = ReplayScene.TableTarget(ReplayScene.Blocking, ReplayScene.Job);

    [Fact]
    public async Task Reset_OfARequest_ResetsTheConnectionBeforeAnyByte()
    {
        await using ReplayScene scene = await StartAsync("reset:1");
        using var client = new TcpClient();
        await client.ConnectAsync(scene.Server.Url.Host, scene.Server.Url.Port);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET {Target} HTTP/1.1\r\nHost: x\r\n\r\n"));

        IOException error = await Should.ThrowAsync<IOException>(async () => await stream.ReadExactlyAsync(new byte[1]));
        ((SocketException)error.InnerException!).SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
        ReplayRequest request = scene.Server.Requests.Single();
        (request.Fault, request.Status, request.Bytes).ShouldBe(("reset", null, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    public async Task Truncate_OfAnAnswer_EndsInOrderHalfWay(string coding)
    {
        await using ReplayScene scene = await StartAsync("truncate:1");
        string answer = await RawHttp.SendAsync(scene.Server.Url, $"GET {Target} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: {coding}\r\n\r\n");

        RawHttp.StatusOf(answer).ShouldBe(200);
        string head = answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        string length = head.Split("\r\n").Single(l => l.StartsWith("Content-Length: ", StringComparison.Ordinal))["Content-Length: ".Length..];
        int promised = int.Parse(length, CultureInfo.InvariantCulture);
        (answer.Length - head.Length - 4).ShouldBe(promised / 2);
        scene.Server.Requests.Single().Bytes.ShouldBe(promised / 2);
        scene.Server.Requests.Single().Fault.ShouldBe("truncate");
        await Should.ThrowAsync<HttpRequestException>(() => scene.Client.GetByteArrayAsync(Target));
    }

    [Fact]
    public async Task Break_OfAnswers_ResetsTheConnectionAtPlacesThatDiffer()
    {
        await using ReplayScene scene = await StartAsync("break:1");
        for (int i = 0; i < 8; i++)
        {
            using HttpResponseMessage answer = await scene.Client.GetAsync(Target, HttpCompletionOption.ResponseHeadersRead);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            await Should.ThrowAsync<Exception>(() => answer.Content.ReadAsByteArrayAsync());
        }

        ReplayRequest[] requests = [.. scene.Server.Requests];
        requests.ShouldAllBe(r => r.Fault == "break" && r.Status == 200);
        requests.Select(r => r.Bytes).Distinct().Count().ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task Stall_OfAnAnswer_BeginsAndNeverEnds()
    {
        await using ReplayScene scene = await StartAsync("stall:1");
        using HttpResponseMessage answer = await scene.Client.GetAsync(Target, HttpCompletionOption.ResponseHeadersRead);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(() => answer.Content.ReadAsByteArrayAsync(patience.Token));
        scene.Server.Requests.Single().Fault.ShouldBe("stall");
    }

    [Fact]
    public async Task Truncate_OfABodyWithoutALength_LeavesOutItsEnd()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write, new ReplayOptions { Faults = ReplayFault.Parse("truncate:1") });
        using HttpResponseMessage answer = await scene.Client.GetAsync($"/{ProwStore.Bucket}/{ProwStore.Log}", HttpCompletionOption.ResponseHeadersRead);

        answer.Headers.TransferEncodingChunked.ShouldBe(true);
        await Should.ThrowAsync<HttpRequestException>(() => answer.Content.ReadAsByteArrayAsync());
        scene.Server.Requests.Single().Bytes.ShouldBe(new FileInfo(Path.Combine(ProwStore.Tree, ProwStore.Log)).Length / 2);
    }

    [Fact]
    public async Task Slow_OfAnAnswer_TakesItsTimeAndIsWhole()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Faults = ReplayFault.Parse("slow:1"), SlowFor = TimeSpan.FromMilliseconds(400) });
        foreach ((string target, byte[] body) in scene.Stored().Take(2).Append(("/unknown", "404 not found: the snapshot has nothing at this address\n"u8.ToArray())))
        {
            long begin = Stopwatch.GetTimestamp();
            using HttpResponseMessage answer = await scene.Client.GetAsync(target, HttpCompletionOption.ResponseHeadersRead);
            TimeSpan head = Stopwatch.GetElapsedTime(begin);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(body);

            // The head comes at once, so a limit on the whole answer is what is rehearsed.
            Stopwatch.GetElapsedTime(begin).TotalMilliseconds.ShouldBeGreaterThan(380);
            head.ShouldBeLessThan(Stopwatch.GetElapsedTime(begin));
        }

        scene.Server.Requests.ShouldAllBe(r => r.Fault == "slow" && r.EndMicroseconds - r.BeginMicroseconds > 380_000);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RetryAfter_OfStatusesThatAskToComeAgain_IsSecondsAndADateInTurns(int status)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Faults = ReplayFault.Parse($"{status}:1"), RetryAfter = TimeSpan.FromSeconds(7) });
        for (int i = 0; i < 4; i++)
        {
            using HttpResponseMessage answer = await scene.SendAsync(Target);
            ((int)answer.StatusCode).ShouldBe(status);
            if (i % 2 == 0)
            {
                answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
            }
            else
            {
                (answer.Headers.RetryAfter!.Date!.Value - TimeProvider.System.GetUtcNow()).TotalSeconds.ShouldBeInRange(5, 8.1);
            }
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(599)]
    public async Task Status_OfAnyOtherNumber_HasNoRetryAfterAndNoTag(int status)
    {
        await using ReplayScene scene = await StartAsync($"{status}:1");
        using HttpResponseMessage answer = await scene.SendAsync(Target);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Headers.RetryAfter.ShouldBeNull();
        answer.Headers.ETag.ShouldBeNull();
        scene.Server.Requests.Single().Fault.ShouldBe(status.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Faults_OfTwoThousandRequests_AreNearTheAskedSharesAndTheSameInAnyOrder()
    {
        const string Asked = "503:0.05,reset:0.05,truncate:0.05,429:0.05";
        string[] targets = [.. Enumerable.Range(0, 2000).Select(i => $"/{ReplayScene.Blocking}/summary?{i % 1000}")];
        string[] first = await MetAsync(Asked, targets, inFlight: 1);
        string[] second = await MetAsync(Asked, [.. targets.Reverse()], inFlight: 8);

        second.ShouldBe(first);
        foreach (string name in new[] { "503", "reset", "truncate", "429" })
        {
            // 100 expected, five standard deviations of 9.7 either side.
            first.Count(m => m.EndsWith(" " + name, StringComparison.Ordinal)).ShouldBeInRange(52, 148, name);
        }
    }

    [Fact]
    public async Task Faults_ByDefault_AreNone()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        for (int i = 0; i < 50; i++)
        {
            (await scene.SendAsync(Target)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        scene.Server.Counters.Faults.ShouldBe(0);
    }

    private static Task<ReplayScene> StartAsync(string faults) => ReplayScene.StartAsync(new ReplayOptions { Faults = ReplayFault.Parse(faults) });

    private static async Task<string[]> MetAsync(string faults, string[] targets, int inFlight)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(new ReplayOptions { Faults = ReplayFault.Parse(faults), Seed = 11 });
        await Parallel.ForEachAsync(targets, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (target, cancellation) =>
        {
            try
            {
                // A connection of its own for each request: a client sends again by itself what it loses on one that it has used before.
                using var request = new HttpRequestMessage(HttpMethod.Get, target);
                request.Headers.ConnectionClose = true;
                using HttpResponseMessage answer = await scene.Client.SendAsync(request, cancellation);
            }
            catch (HttpRequestException)
            {
                // What was asked for.
            }
        });
        scene.Server.Requests.Count.ShouldBe(targets.Length);
        return [.. scene.Server.Requests.Select(r => $"{r.Target} {r.Fault}").Order(StringComparer.Ordinal)];
    }
}
