using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Http;

public sealed class PoliteClientTests : IAsyncDisposable
{
    private readonly ImpatientClock _clock = new();
    private readonly LoopbackServer _server;
    private Func<ServerRequest, ServerAnswer> _answer = _ => new ServerAnswer { Body = "{}"u8.ToArray() };

    public PoliteClientTests() => _server = new LoopbackServer(request => _answer(request));

    [Fact]
    public async Task FetchAsync_NothingKnown_AsksWithoutConditions()
    {
        using PoliteClient client = Client();

        await FetchAsync(client, new FetchRequest(Url("/x")));

        ServerRequest request = _server.Requests.ShouldHaveSingleItem();
        request.Header("If-None-Match").ShouldBeEmpty();
        request.Header("If-Modified-Since").ShouldBeEmpty();
        request.Header("Accept").ShouldContain("application/json");
    }

    [Fact]
    public async Task FetchAsync_BodyIsKnown_AsksWhetherItHasChanged()
    {
        _answer = _ => ServerAnswer.Of(304, "ETag: W/\"2\"") with { Body = [] };
        using PoliteClient client = Client();

        FetchedBody answer = await FetchAsync(client, new FetchRequest(Url("/x"), "W/\"1\"", "Wed, 28 Jul 2021 13:10:18 GMT"));

        ServerRequest request = _server.Requests.ShouldHaveSingleItem();
        request.Header("If-None-Match").ShouldBe("W/\"1\"");
        request.Header("If-Modified-Since").ShouldBe("Wed, 28 Jul 2021 13:10:18 GMT");
        (answer.NotModified, answer.Wire.Length, answer.Etag).ShouldBe((true, 0, "W/\"2\""));
    }

    [Fact]
    public async Task FetchAsync_NotModifiedThatWasNotAskedFor_IsRefused()
    {
        _answer = _ => ServerAnswer.Of(304) with { Body = [] };
        using PoliteClient client = Client();

        FetchFailure failure = await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/x"))));

        (failure.Code, failure.Status).ShouldBe(("CIF1232", 304));
    }

    [Fact]
    public async Task FetchAsync_Answer_KeepsWhatIsNeededToAskAgain()
    {
        _answer = _ => new ServerAnswer { Body = "{}"u8.ToArray(), Headers = ["ETag: \"e\"", "Last-Modified: Wed, 28 Jul 2021 13:10:18 GMT"] };
        using PoliteClient client = Client();

        FetchedBody answer = await FetchAsync(client, new FetchRequest(Url("/x")));

        (answer.Status, answer.Etag, answer.LastModified, answer.FetchedAt).ShouldBe((200, "\"e\"", "Wed, 28 Jul 2021 13:10:18 GMT", _clock.GetUtcNow()));
        (client.Requests, client.TransferredBytes).ShouldBe((1, 2L));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task FetchAsync_RedirectToAnAllowedHost_IsFollowed(int status)
    {
        await using var other = new LoopbackServer(_ => new ServerAnswer { Body = "there"u8.ToArray() });
        _answer = _ => ServerAnswer.Of(status, $"Location: {other.Url}/y");
        using PoliteClient client = Client(o => o with { AllowedHosts = [new Uri(other.Url).Authority] });

        FetchedBody answer = await FetchAsync(client, new FetchRequest(Url("/x")));

        answer.Wire.ToArray().ShouldBe("there"u8.ToArray());
        answer.Url.ShouldBe(new Uri(other.Url + "/y"));
        client.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task FetchAsync_RedirectToAHostThatWasNotAllowed_NeverAsksIt()
    {
        await using var other = new LoopbackServer(_ => new ServerAnswer());
        _answer = _ => ServerAnswer.Of(302, $"Location: {other.Url}/y");
        using PoliteClient client = Client();

        (await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/x"))))).Code.ShouldBe("CIF1234");

        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task FetchAsync_RetryAfter_HoldsForEverybody()
    {
        int asked = 0;
        _answer = _ => Interlocked.Increment(ref asked) == 1 ? ServerAnswer.Of(429, "Retry-After: 50") : new ServerAnswer();
        using PoliteClient client = Client();
        DateTimeOffset before = _clock.GetUtcNow();
        await FetchAsync(client, new FetchRequest(Url("/x")));

        (_clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(50));
        _clock.Waits.Count(w => w == TimeSpan.FromSeconds(50)).ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task FetchAsync_ManyAtOnce_NeverHasMoreInFlightThanAllowed(int inFlight)
    {
        using PoliteClient client = Client(o => o with { MaxInFlight = inFlight });
        var locked = new Lock();
        int inside = 0;
        int most = 0;
        _answer = _ =>
        {
            lock (locked)
            {
                most = Math.Max(most, ++inside);
            }

            Thread.Sleep(2);
            lock (locked)
            {
                inside--;
            }

            return new ServerAnswer();
        };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => FetchAsync(client, new FetchRequest(Url($"/{i}"))))));

        most.ShouldBeLessThanOrEqualTo(inFlight);
        _server.Requests.Count.ShouldBe(40);
    }

    [Fact]
    public async Task FetchAsync_BodyIsNotAdmittedYet_KeepsItsPlace()
    {
        using PoliteClient client = Client(o => o with { MaxInFlight = 1 });
        var room = new TaskCompletionSource();
        Task<FetchedBody> first = client.FetchAsync(new FetchRequest(Url("/1")), _ => new ValueTask(room.Task), CancellationToken.None);
        Task<FetchedBody> second = FetchAsync(client, new FetchRequest(Url("/2")));
        await Task.Delay(50);

        (first.IsCompleted, second.IsCompleted).ShouldBe((false, false));
        _server.Requests.Count.ShouldBeLessThanOrEqualTo(1);
        room.SetResult();
        await Task.WhenAll(first, second).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task FetchAsync_BudgetIsSpent_DoesNotWaitForATurn()
    {
        using PoliteClient client = Client(o => o with { RequestsPerSecond = 0.01 }, new TransferBudget(1, null, null, _clock));
        await FetchAsync(client, new FetchRequest(Url("/x")));

        for (int i = 0; i < 10; i++)
        {
            (await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/y"))))).IsOfBudget.ShouldBeTrue();
        }

        _clock.Waits.ShouldBeEmpty("What is not sent has nothing to wait for.");
        client.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task FetchAsync_ManyAtOnceWithABudget_SendsExactlyThatMany()
    {
        using PoliteClient client = Client(o => o with { MaxInFlight = 8 }, new TransferBudget(5, null, null, _clock));

        bool[] had = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(async () =>
        {
            try
            {
                await FetchAsync(client, new FetchRequest(Url($"/{i}")));
                return true;
            }
            catch (FetchFailure e) when (e.IsOfBudget)
            {
                return false;
            }
        })));

        had.Count(h => h).ShouldBe(5);
        (client.Requests, _server.Requests.Count).ShouldBe((5, 5));
    }

    /// <summary>As the server sees it a request is there until its answer has been read, also where nobody wants it.</summary>
    [Theory]
    [InlineData(404)]
    [InlineData(302)]
    public async Task FetchAsync_AnswerThatNobodyWants_IsReadBeforeTheNextRequest(int status)
    {
        var sent = new TaskCompletionSource();
        _answer = request => request.Target == "/x"
            ? ServerAnswer.Of(status, "Location: /y") with { Body = new byte[5], PauseBeforeEachByte = TimeSpan.FromMilliseconds(50), BeforeLastByte = () => sent.TrySetResult() }
            : new ServerAnswer { Before = () => sent.Task.IsCompleted.ShouldBeTrue() };
        using PoliteClient client = Client(o => o with { MaxInFlight = 1, MaxRetries = 0 });

        if (status == 404)
        {
            await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/x"))));
            sent.Task.IsCompleted.ShouldBeTrue();
        }
        else
        {
            (await FetchAsync(client, new FetchRequest(Url("/x")))).Status.ShouldBe(200);
        }

        client.TransferredBytes.ShouldBe(5);
    }

    [Fact]
    public async Task FetchAsync_EndlessBodyThatNobodyWants_IsLeft()
    {
        _answer = _ => ServerAnswer.Of(404) with { Body = new byte[10_000], Endless = true };
        using PoliteClient client = Client();

        (await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/x"))).WaitAsync(TimeSpan.FromSeconds(30)))).Status.ShouldBe(404);

        client.TransferredBytes.ShouldBeInRange(1, 1 << 18);
    }

    [Fact]
    public async Task FetchAsync_NoRetries_FailsAtOnce()
    {
        _answer = _ => ServerAnswer.Of(503);
        using PoliteClient client = Client(o => o with { MaxRetries = 0 });

        FetchFailure failure = await Should.ThrowAsync<FetchFailure>(FetchAsync(client, new FetchRequest(Url("/x"))));

        (failure.Kind, failure.Message).ShouldBe((ErrorKind.SourceUnavailable, "The service answered with status 503 (1 tries)."));
        _server.Requests.Count.ShouldBe(1);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Task<FetchedBody> FetchAsync(PoliteClient client, FetchRequest wanted) =>
        client.FetchAsync(wanted, static _ => ValueTask.CompletedTask, CancellationToken.None);

    private Uri Url(string target) => new(_server.Url + target);

    private PoliteClient Client(Func<PoliteHttpOptions, PoliteHttpOptions>? with = null, TransferBudget? budget = null)
    {
        var options = new PoliteHttpOptions { ToolVersion = "1", RequestsPerSecond = 0 };
        return new PoliteClient(with is null ? options : with(options), budget ?? TransferBudget.Unlimited, LoopbackNetwork.Handler, _clock, _ => { });
    }
}
