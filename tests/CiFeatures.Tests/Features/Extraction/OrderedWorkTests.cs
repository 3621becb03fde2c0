using CiFeatures.Features.Extraction;

namespace CiFeatures.Tests.Features.Extraction;

public class OrderedWorkTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_WorkOfUnequalLength_HandsResultsOnInTheItemsOrder(int threads)
    {
        var taken = new List<int>();

        OrderedWork.Run(Items(50), threads, item => { Thread.Sleep(item % 4 == 0 ? 4 : 0); return item * 10; }, taken.Add, CancellationToken.None);

        taken.ShouldBe(Items(50).Select(i => i * 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_WorkThrows_GivesThatErrorAfterTheResultsBefore(int threads)
    {
        var taken = new List<int>();
        int running = 0;

        InvalidOperationException error = Should.Throw<InvalidOperationException>(() => OrderedWork.Run(
            Items(50),
            threads,
            item => Counted(ref running, () => item is 7 or 8 ? throw new InvalidOperationException($"item {item}") : item),
            taken.Add,
            CancellationToken.None));

        error.Message.ShouldBe("item 7");
        taken.ShouldBe(Items(7));
        Volatile.Read(ref running).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_TakeThrows_LeavesNoWorkRunning(int threads)
    {
        int running = 0;
        int started = 0;

        Should.Throw<IOException>(() => OrderedWork.Run(
            Items(50),
            threads,
            item => Counted(ref running, () => { Interlocked.Increment(ref started); Thread.Sleep(5); return item; }),
            item => throw new IOException("full"),
            CancellationToken.None));

        Volatile.Read(ref running).ShouldBe(0);
        int before = Volatile.Read(ref started);
        before.ShouldBeLessThanOrEqualTo(threads);
        Thread.Sleep(30);
        Volatile.Read(ref started).ShouldBe(before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Run_Cancelled_LeavesNoWorkRunning(int threads)
    {
        using var stop = new CancellationTokenSource();
        int running = 0;
        var taken = new List<int>();

        Should.Throw<OperationCanceledException>(() => OrderedWork.Run(
            Items(50),
            threads,
            item => Counted(ref running, () => { Thread.Sleep(2); return item; }),
            item => { taken.Add(item); if (item == 4) { stop.Cancel(); } },
            stop.Token));

        Volatile.Read(ref running).ShouldBe(0);
        taken.ShouldBe(Items(5));
    }

    [Fact]
    public void Run_SlowTaker_HoldsNoMoreThanTheThreads()
    {
        int ahead = 0;
        var seen = new System.Collections.Concurrent.ConcurrentBag<int>();

        OrderedWork.Run(
            Items(40),
            3,
            item => { seen.Add(Interlocked.Increment(ref ahead)); return item; },
            item => { Thread.Sleep(3); Interlocked.Decrement(ref ahead); },
            CancellationToken.None);

        seen.Max().ShouldBeLessThanOrEqualTo(4);
    }

    private static int[] Items(int count) => [.. Enumerable.Range(0, count)];

    private static int Counted(ref int running, Func<int> work)
    {
        Interlocked.Increment(ref running);
        try
        {
            return work();
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }
}
