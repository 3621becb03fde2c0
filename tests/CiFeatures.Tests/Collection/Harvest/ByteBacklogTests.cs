using CiFeatures.Collection.Harvest;

namespace CiFeatures.Tests.Collection.Harvest;

public class ByteBacklogTests
{
    [Fact]
    public async Task EnterAsync_BodyLongerThanTheLimit_HasRoomWhenItIsAlone()
    {
        var backlog = new ByteBacklog(10);
        await backlog.EnterAsync(1000, CancellationToken.None);

        Task next = backlog.EnterAsync(1, CancellationToken.None).AsTask();

        next.IsCompleted.ShouldBeFalse();
        backlog.Leave(1000);
        await next;
    }

    [Fact]
    public async Task EnterAsync_Full_WaitsInTurn()
    {
        var backlog = new ByteBacklog(10);
        await backlog.EnterAsync(6, CancellationToken.None);
        Task large = backlog.EnterAsync(8, CancellationToken.None).AsTask();
        Task small = backlog.EnterAsync(1, CancellationToken.None).AsTask();
        (large.IsCompleted, small.IsCompleted).ShouldBe((false, false), "A short body does not overtake a long one for ever.");

        backlog.Leave(6);

        await Task.WhenAll(large, small).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task EnterAsync_EmptyBodies_AlwaysHaveRoom()
    {
        var backlog = new ByteBacklog(10);
        await backlog.EnterAsync(10, CancellationToken.None);

        backlog.EnterAsync(0, CancellationToken.None).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task EnterAsync_GivenUp_EndsAtOnceAndHoldsNobodyBack()
    {
        var backlog = new ByteBacklog(10);
        await backlog.EnterAsync(10, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        Task waiting = backlog.EnterAsync(10, stop.Token).AsTask();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(waiting);
        Should.NotThrow(() => backlog.Leave(10));
    }

    [Fact]
    public async Task EnterAsync_ManyAtOnce_NeverHoldsMoreThanTheLimit()
    {
        const int Limit = 100;
        var backlog = new ByteBacklog(Limit);
        int held = 0;
        int most = 0;
        var locked = new Lock();

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
        {
            int bytes = 1 + (i % 40);
            await backlog.EnterAsync(bytes, CancellationToken.None);
            lock (locked)
            {
                most = Math.Max(most, held += bytes);
            }

            await Task.Yield();
            lock (locked)
            {
                held -= bytes;
            }

            backlog.Leave(bytes);
        }))).WaitAsync(TimeSpan.FromSeconds(60));

        most.ShouldBeLessThanOrEqualTo(Limit);
        held.ShouldBe(0);
    }
}
