using CiFeatures.Collection.Harvest;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Harvest;

/// <summary>Whatever goes wrong and whenever it is stopped: it ends, with the first reason, and nothing hangs.</summary>
public class HarvesterEndingTests
{
    private static readonly CiFeaturesException Full = new("CIF1207", ErrorKind.BadInput, "No space.", "disk");

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task RunAsync_SinkCannotWrite_EndsWithThatError(int inFlight)
    {
        await using var scene = new HarvestScene();
        scene.Options = scene.Options with { MaxInFlight = inFlight };
        scene.Sink.BeforeWrite = path => Throw(path == "x/3" ? Full : null);

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(Many(scene)));

        error.ShouldBeSameAs(Full);
        scene.Sink.Bodies.ContainsKey("x/3").ShouldBeFalse();
    }

    /// <summary>The thread of the workshop that ends everything is then the one on which the fetching ends; it must not wait for itself.</summary>
    [Fact]
    public async Task RunAsync_SinkCannotWriteWhileTheNextRequestWaitsForItsTurn_Ends()
    {
        await using var scene = new HarvestScene();
        scene.OtherClock = TimeProvider.System;
        scene.Http = scene.Http with { RequestsPerSecond = 0.02 };
        scene.Options = scene.Options with { MaxInFlight = 1 };
        scene.Sink.BeforeWrite = _ =>
        {
            Thread.Sleep(200);
            throw Full;
        };

        (await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(Many(scene)))).ShouldBeSameAs(Full);
    }

    [Fact]
    public async Task RunAsync_SinkCannotWriteWhileTheBacklogIsFull_Ends()
    {
        await using var scene = new HarvestScene();
        scene.Options = scene.Options with { MaxBacklogBytes = 1 };
        scene.Sink.BeforeWrite = _ =>
        {
            Thread.Sleep(100);
            throw Full;
        };

        (await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(Many(scene)))).ShouldBeSameAs(Full);
    }

    [Fact]
    public async Task RunAsync_SinkFailsBeforeAsking_EndsWithThatError()
    {
        await using var scene = new HarvestScene();
        scene.Sink.FailsToTell = path => path == "x/5";

        (await Should.ThrowAsync<InvalidOperationException>(scene.RunAsync(Many(scene)))).Message.ShouldBe("sink");
    }

    [Fact]
    public async Task RunAsync_ReaderHasAFault_EndsWithIt()
    {
        await using var scene = new HarvestScene();

        await Should.ThrowAsync<InvalidCastException>(scene.RunAsync([scene.Of("a") with { Read = _ => throw new InvalidCastException() }, .. Many(scene)]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public async Task RunAsync_WhoIsToldThrows_EndsWithThatError(int after)
    {
        await using var scene = new HarvestScene();
        int told = 0;
        scene.Report = (_, _, _) => Throw(told++ == after ? new IOException("the terminal is gone") : null);

        (await Should.ThrowAsync<IOException>(scene.RunAsync(Many(scene)))).Message.ShouldBe("the terminal is gone");
    }

    /// <summary>Leaving something out is told too, on a thread of the workshop, where nothing above would catch an error.</summary>
    [Fact]
    public async Task RunAsync_WhoIsToldOfASkipThrows_EndsWithThatError()
    {
        await using var scene = new HarvestScene();
        scene.Before("a", new ServerAnswer { Body = "garbage"u8.ToArray() });
        scene.Report = (_, done, _) => Throw(done == 1 ? new IOException("the terminal is gone") : null);

        await Should.ThrowAsync<IOException>(scene.RunAsync([scene.Of("a")]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(23)]
    [InlineData(39)]
    public async Task RunAsync_StoppedByWhoIsTold_Ends(int after)
    {
        await using var scene = new HarvestScene();
        using var stop = new CancellationTokenSource();
        int told = 0;
        scene.Report = (_, _, _) =>
        {
            if (told++ == after)
            {
                stop.Cancel();
            }
        };

        await Should.ThrowAsync<OperationCanceledException>(scene.RunAsync(Many(scene), stop.Token));
    }

    [Fact]
    public async Task RunAsync_StoppedAtAnyMoment_EndsAndNothingIsStoredAfterwards()
    {
        var random = new Random(3);
        for (int i = 0; i < 30; i++)
        {
            await using var scene = new HarvestScene();
            scene.Options = scene.Options with { MaxBacklogBytes = 1 + random.Next(20), Threads = 1 + random.Next(3) };
            using var stop = new CancellationTokenSource();
            Task run = scene.RunAsync(Many(scene), stop.Token);
            await Task.Delay(random.Next(30));

            await stop.CancelAsync();

            try
            {
                await run;
                scene.Sink.Bodies.Count.ShouldBe(20);
            }
            catch (OperationCanceledException)
            {
                int stored = scene.Sink.Bodies.Count;
                await Task.Delay(5);
                scene.Sink.Bodies.Count.ShouldBe(stored);
            }
        }
    }

    [Fact]
    public async Task RunAsync_StoppedBeforeItBegins_AsksForNothing()
    {
        await using var scene = new HarvestScene();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(scene.RunAsync(Many(scene), stop.Token));

        scene.Targets.ShouldBeEmpty();
        scene.Sink.Bodies.ShouldBeEmpty();
    }

    private static Wanted[] Many(HarvestScene scene) => [.. Enumerable.Range(0, 20).Select(i => scene.Of($"{i}"))];

    private static void Throw(Exception? e)
    {
        if (e is not null)
        {
            throw e;
        }
    }
}
