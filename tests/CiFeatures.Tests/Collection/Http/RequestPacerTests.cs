using CiFeatures.Collection.Http;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Http;

public class RequestPacerTests
{
    [Fact]
    public async Task WaitAsync_Requests_BeginAtLeastAnIntervalApart()
    {
        var clock = new ImpatientClock();
        var pacer = new RequestPacer(3, clock);
        List<DateTimeOffset> begun = [];

        for (int i = 0; i < 10; i++)
        {
            await pacer.WaitAsync(CancellationToken.None);
            begun.Add(clock.GetUtcNow());
        }

        begun.Zip(begun.Skip(1), (a, b) => b - a).ShouldAllBe(gap => gap >= TimeSpan.FromSeconds(1) / 3 && gap < TimeSpan.FromSeconds(0.35));
    }

    [Fact]
    public async Task WaitAsync_AfterALongPause_DoesNotWaitAndDoesNotCatchUp()
    {
        var clock = new ImpatientClock();
        var pacer = new RequestPacer(1, clock);
        await pacer.WaitAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(1));

        await pacer.WaitAsync(CancellationToken.None);
        clock.Waits.ShouldBeEmpty();
        await pacer.WaitAsync(CancellationToken.None);

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1.02)]);
    }

    [Fact]
    public async Task WaitAsync_ManyAtOnce_BeginAnIntervalApartAllTheSame()
    {
        var clock = new ImpatientClock();
        using var pacer = new RequestPacer(4, clock);
        var begun = new System.Collections.Concurrent.ConcurrentBag<DateTimeOffset>();

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(async () =>
        {
            await pacer.WaitAsync(CancellationToken.None);
            begun.Add(clock.GetUtcNow());
        })));

        // Whoever notes the time may be late; all together they cannot have been faster than allowed.
        (clock.GetUtcNow() - new ImpatientClock().GetUtcNow()).ShouldBeGreaterThanOrEqualTo(39 * TimeSpan.FromSeconds(0.25));
        clock.Waits.Count.ShouldBe(39);
        clock.Waits.ShouldAllBe(w => w == TimeSpan.FromSeconds(0.255));
    }

    [Fact]
    public async Task WaitAsync_HostWantsQuiet_HoldsForEverybodyAndTheLongerWordCounts()
    {
        var clock = new ImpatientClock();
        using var pacer = new RequestPacer(0, clock);
        DateTimeOffset before = clock.GetUtcNow();
        pacer.BeQuiet(TimeSpan.FromSeconds(70));
        pacer.BeQuiet(TimeSpan.FromSeconds(3));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => pacer.WaitAsync(CancellationToken.None)));

        (clock.GetUtcNow() - before).ShouldBe(TimeSpan.FromSeconds(70));
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(70)]);
    }

    [Fact]
    public async Task WaitAsync_NoLimit_NeverWaits()
    {
        var clock = new ImpatientClock();
        using var pacer = new RequestPacer(0, clock);

        for (int i = 0; i < 100; i++)
        {
            await pacer.WaitAsync(CancellationToken.None);
        }

        clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task WaitAsync_GivenUp_LetsTheNextGoOn()
    {
        using var pacer = new RequestPacer(5, TimeProvider.System);
        await pacer.WaitAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        Task waiting = pacer.WaitAsync(stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await pacer.WaitAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }
}
