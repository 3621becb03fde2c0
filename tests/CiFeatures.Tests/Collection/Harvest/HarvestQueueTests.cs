using CiFeatures.Collection.Harvest;

namespace CiFeatures.Tests.Collection.Harvest;

public class HarvestQueueTests
{
    [Fact]
    public async Task TakeAsync_GivesLowerStagesFirstThenTheOrderOfPuttingIn()
    {
        var queue = new HarvestQueue();
        foreach ((string title, int stage) in new[] { ("c", 3), ("d", 3), ("a", 0), ("b", 1) })
        {
            queue.Add(HarvestScene.Wanted(title, stage));
        }

        (await DrainAsync(queue)).ShouldBe(["a", "b", "c", "d"]);
        queue.Known.ShouldBe(4);
    }

    [Fact]
    public async Task TakeAsync_PutInAgainForALaterRound_ComesAfterEverythingElse()
    {
        var queue = new HarvestQueue();
        queue.Add(HarvestScene.Wanted("first", 0));
        queue.Add(HarvestScene.Wanted("last", 3));
        List<string> order = [];
        await foreach (Ticket ticket in queue.TakeAsync(CancellationToken.None))
        {
            order.Add(ticket.Wanted.Title);
            if (ticket is { Round: 0, Wanted.Title: "first" })
            {
                queue.Again(ticket with { Round = 1 });
            }

            queue.Settle();
        }

        order.ShouldBe(["first", "last", "first"]);
        queue.Known.ShouldBe(2, "What is asked for again is not one more.");
    }

    [Fact]
    public async Task TakeAsync_EndsWhenTheLastIsSettledAndNotBefore()
    {
        var queue = new HarvestQueue();
        queue.Add(HarvestScene.Wanted("a", 0));
        IAsyncEnumerator<Ticket> tickets = queue.TakeAsync(CancellationToken.None).GetAsyncEnumerator();
        (await tickets.MoveNextAsync()).ShouldBeTrue();
        ValueTask<bool> next = tickets.MoveNextAsync();
        next.IsCompleted.ShouldBeFalse("What was taken may lead to more.");

        queue.Add(HarvestScene.Wanted("b", 1));
        queue.Settle();

        (await next).ShouldBeTrue();
        queue.Settle();
        (await tickets.MoveNextAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task TakeAsync_ManyTakersAndPutters_LoseNothing()
    {
        const int Width = 3;
        const int Depth = 6;
        var queue = new HarvestQueue();
        queue.Add(HarvestScene.Wanted("", 0));
        int taken = 0;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await foreach (Ticket ticket in queue.TakeAsync(CancellationToken.None))
            {
                Interlocked.Increment(ref taken);
                if (ticket.Wanted.Stage < Depth)
                {
                    for (int i = 0; i < Width; i++)
                    {
                        queue.Add(HarvestScene.Wanted("", ticket.Wanted.Stage + 1));
                    }
                }

                queue.Settle();
            }
        }))).WaitAsync(TimeSpan.FromSeconds(60));

        taken.ShouldBe(Enumerable.Range(0, Depth + 1).Sum(d => (int)Math.Pow(Width, d)));
        queue.Known.ShouldBe(taken);
    }

    private static async Task<List<string>> DrainAsync(HarvestQueue queue)
    {
        List<string> titles = [];
        await foreach (Ticket ticket in queue.TakeAsync(CancellationToken.None))
        {
            titles.Add(ticket.Wanted.Title);
            queue.Settle();
        }

        return titles;
    }
}
