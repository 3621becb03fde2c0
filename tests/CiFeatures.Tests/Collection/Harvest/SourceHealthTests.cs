using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Harvest;

/// <summary>A service that is down ends a collection; answers that it cannot give do not.</summary>
public class SourceHealthTests
{
    private static readonly ServerAnswer Down = ServerAnswer.Of(503);

    [Fact]
    public async Task FirstAnswerCannotBeHad_IsDown()
    {
        await using var scene = new HarvestScene();
        scene.Always("a", Down);

        (await Should.ThrowAsync<FetchFailure>(scene.RunAsync([scene.Of("a")]))).Kind.ShouldBe(ErrorKind.SourceUnavailable);
    }

    [Fact]
    public async Task OneOfMany_IsLeftOutAfterASecondRound()
    {
        await using var scene = OneByOne();
        scene.Always("b", Down);

        await scene.RunAsync([scene.Of("a"), scene.Of("b"), scene.Of("c")]);

        scene.Harvester!.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1230");
        scene.Targets.Count(t => t == "/b").ShouldBe(6);
        scene.Sink.Bodies.Keys.ShouldBe(["x/a", "x/c"], ignoreOrder: true);
    }

    [Fact]
    public async Task ManyInARowAndTheServiceIsThere_AreLeftOut()
    {
        const int Failing = 40;
        await using var scene = OneByOne();
        Wanted[] wanted = [scene.Of("a"), .. Enumerable.Range(0, Failing).Select(i => scene.Of($"bad{i}")), scene.Of("z")];
        foreach (Wanted bad in wanted[1..^1])
        {
            scene.Always(bad.Title, Down);
        }

        await scene.RunAsync(wanted);

        scene.Harvester!.Skipped.Count.ShouldBe(Failing);
        scene.Sink.Bodies.Keys.ShouldBe(["x/a", "x/z"], ignoreOrder: true);
    }

    [Fact]
    public async Task LastAnswerCannotBeHadAndTheServiceIsGone_IsDown()
    {
        await using var scene = OneByOne();
        scene.Before("a", new ServerAnswer { Body = "/a"u8.ToArray() }, Down, Down, Down, Down, Down, Down);
        scene.Always("b", Down);

        (await Should.ThrowAsync<FetchFailure>(scene.RunAsync([scene.Of("a"), scene.Of("b")]))).Kind.ShouldBe(ErrorKind.SourceUnavailable);
    }

    [Fact]
    public async Task OnlyWhatAlwaysFailsIsLeftOfAnInterruptedCollection_IsLeftOut()
    {
        await using var scene = OneByOne();
        scene.Sink.Kept["x/a"] = HarvestScene.MemorySink.Entry("a");
        scene.Always("b", Down);

        await scene.RunAsync([scene.Of("a"), scene.Of("b")]);

        scene.Harvester!.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1230");
        scene.Sink.Bodies.ShouldBeEmpty();
    }

    [Fact]
    public async Task LimitIsReachedWhileItIsFoundOut_IsNotDown()
    {
        await using var scene = OneByOne();
        scene.Budget = new TransferBudget(10, null, null, scene.Clock);
        Wanted[] wanted = [scene.Of("a"), .. Enumerable.Range(0, 5).Select(i => scene.Of($"bad{i}"))];
        foreach (Wanted bad in wanted[1..])
        {
            scene.Always(bad.Title, Down);
        }

        await scene.RunAsync(wanted);

        // One good answer and three times three tries are ten; the question whether the service is there is not sent any more.
        scene.Targets.Count.ShouldBe(10);
        scene.Harvester!.Skipped.Count.ShouldBe(5);
        scene.Harvester.Skipped.ShouldAllBe(s => s.Code == "CIF1239");
    }

    [Fact]
    public async Task WhatCouldBeHadBeforeIsRefusedNow_IsNotDown()
    {
        await using var scene = OneByOne();
        scene.Before("a", new ServerAnswer { Body = "/a"u8.ToArray() }, ServerAnswer.Of(404));
        scene.Always("b", Down);

        await scene.RunAsync([scene.Of("a"), scene.Of("b")]);

        scene.Harvester!.Skipped.ShouldHaveSingleItem().Item.ShouldEndWith("/b");
    }

    private static HarvestScene OneByOne()
    {
        var scene = new HarvestScene();
        scene.Options = scene.Options with { MaxInFlight = 1 };
        return scene;
    }
}
