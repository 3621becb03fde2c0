using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Harvest;

public class HarvesterTests
{
    [Fact]
    public async Task RunAsync_Nothing_EndsAtOnce()
    {
        await using var scene = new HarvestScene();

        await scene.RunAsync([]);

        scene.Targets.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_Tree_StoresEverythingOnceAndCountsUp()
    {
        await using var scene = new HarvestScene();
        List<(int Done, int Total)> told = [];
        scene.Report = (_, done, total) => told.Add((done, total));
        Wanted[] leaves = [.. Enumerable.Range(0, 20).Select(i => scene.Of($"leaf{i}"))];

        await scene.RunAsync([scene.Of("root", scene.Of("left", leaves[..10]), scene.Of("right", leaves[10..]))]);

        scene.Sink.Bodies.Count.ShouldBe(23);
        scene.Targets.ShouldBeUnique();
        told[^1].ShouldBe((23, 23));
        told.Select(t => t.Done).ShouldBeInOrder();
        scene.Harvester!.Skipped.ShouldBeEmpty();
    }

    /// <summary>What follows a body may take back its partner and itself, so it may not be asked for before that body is stored.</summary>
    [Fact]
    public async Task RunAsync_BodyWithAPartnerIsStoredSlowly_WhatFollowsComesAfterIt()
    {
        await using var scene = new HarvestScene();
        List<string> askedWhileStoring = [];
        scene.Sink.BeforeWrite = path =>
        {
            if (path == "x/columns")
            {
                Thread.Sleep(100);
                askedWhileStoring.AddRange(scene.Targets);
            }
        };

        await scene.RunAsync([scene.Of("columns", scene.Of("rows")) with { Partner = "x/rows" }]);

        askedWhileStoring.ShouldBe(["/columns"]);
        scene.Targets.ShouldBe(["/columns", "/rows"]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task RunAsync_BodyArrivesDamaged_IsAskedForAgainAFewTimes(int times, bool isTaken)
    {
        await using var scene = new HarvestScene();
        ServerAnswer whole = new ServerAnswer { Body = "/a"u8.ToArray() }.Compressed("gzip");
        scene.Before("a", [.. Enumerable.Repeat(whole with { Body = whole.Body[..^9] }, times)]);

        await scene.RunAsync([scene.Of("a"), scene.Of("b")]);

        scene.Sink.Bodies.ContainsKey("x/a").ShouldBe(isTaken);
        scene.Harvester!.Skipped.Select(s => s.Code).ShouldBe(isTaken ? [] : ["CIF1230"]);
        scene.Targets.Count(t => t == "/a").ShouldBe(isTaken ? times + 1 : times);
        scene.Harvester.Repeated.ShouldBe(Math.Min(times, 2));
    }

    [Fact]
    public async Task RunAsync_RecoveredBodies_AreNotAskedForAndLeadOn()
    {
        await using var scene = new HarvestScene();
        scene.Sink.Kept["x/root"] = HarvestScene.MemorySink.Entry("root");
        scene.Sink.Kept["x/a"] = HarvestScene.MemorySink.Entry("a");

        await scene.RunAsync([scene.Of("root", scene.Of("a"), scene.Of("b"))]);

        scene.Targets.ShouldBe(["/b"]);
        scene.Sink.Bodies.Keys.ShouldBe(["x/b"]);
    }

    [Fact]
    public async Task RunAsync_BodyThatHasNotChanged_IsTakenFromTheFormerSnapshot()
    {
        await using var scene = new HarvestScene();
        scene.Sink.Earlier["x/a"] = HarvestScene.MemorySink.Entry("a");
        scene.Before("a", ServerAnswer.Of(304) with { Body = [] });

        await scene.RunAsync([scene.Of("a", scene.Of("b"))]);

        scene.Requests[0].Header("If-None-Match").ShouldBe("\"e\"");
        scene.Sink.Bodies.Keys.ShouldBe(["x/a", "x/b"], ignoreOrder: true);
        scene.Harvester!.NotModified.ShouldBe(1);
    }

    [Fact]
    public async Task RunAsync_UnchangedButTheFormerBodyIsDamaged_IsFetchedWhole()
    {
        await using var scene = new HarvestScene();
        scene.Sink.Earlier["x/a"] = HarvestScene.MemorySink.Entry("a");
        scene.Sink.EarlierIsSound = false;
        scene.Before("a", ServerAnswer.Of(304) with { Body = [] });

        await scene.RunAsync([scene.Of("a")]);

        scene.Requests.Select(r => r.Header("If-None-Match")).ShouldBe(["\"e\"", ""]);
        scene.Sink.Bodies["x/a"].ShouldBe("/a"u8.ToArray());
        (scene.Harvester!.NotModified, scene.Harvester.Repeated).ShouldBe((0, 1));
    }

    [Fact]
    public async Task RunAsync_AnswerIsThereAlready_IsNotAskedForAgain()
    {
        await using var scene = new HarvestScene();
        Wanted wanted = scene.Of("a");
        var answer = new FetchedBody(wanted.Url, 200, "/before"u8.ToArray(), "", null, null, scene.Clock.GetUtcNow());

        await scene.RunAsync([wanted with { Answer = answer }]);

        scene.Targets.ShouldBeEmpty();
        scene.Sink.Bodies["x/a"].ShouldBe("/before"u8.ToArray());
    }

    [Fact]
    public async Task RunAsync_AnswerThatIsThereIsDamaged_IsAskedForAfterAll()
    {
        await using var scene = new HarvestScene();
        Wanted wanted = scene.Of("a");
        var answer = new FetchedBody(wanted.Url, 200, "junk"u8.ToArray(), "gzip", null, null, scene.Clock.GetUtcNow());

        await scene.RunAsync([wanted with { Answer = answer }]);

        scene.Targets.ShouldBe(["/a"]);
        scene.Sink.Bodies["x/a"].ShouldBe("/a"u8.ToArray());
    }

    [Fact]
    public async Task RunAsync_NotWhatWasWanted_IsLeftOutWithItsPlaceAndNotAskedForAgain()
    {
        await using var scene = new HarvestScene();
        scene.Before("a", new ServerAnswer { Body = "garbage"u8.ToArray() });

        await scene.RunAsync([scene.Of("a"), scene.Of("b")]);

        var skipped = scene.Harvester!.Skipped.ShouldHaveSingleItem();
        (skipped.Code, skipped.Place).ShouldBe(("CIF1199", "byte 0"));
        scene.Targets.Count.ShouldBe(2);
        scene.Sink.Bodies.Keys.ShouldBe(["x/b"]);
    }

    [Fact]
    public async Task RunAsync_SomethingInstead_IsAskedFor()
    {
        await using var scene = new HarvestScene();
        scene.Before("a", ServerAnswer.Of(404));

        await scene.RunAsync([scene.Of("a") with { OnFailure = _ => new Instead(null, [scene.Of("b")]) }]);

        scene.Targets.ShouldBe(["/a", "/b"]);
        scene.Harvester!.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_WhatWouldBeInsteadCannotBeAskedFor_IsLeftOutWithThatReason()
    {
        await using var scene = new HarvestScene();
        scene.Before("a", ServerAnswer.Of(404));

        await scene.RunAsync([scene.Of("a") with { OnFailure = _ => throw new CiFeaturesException("CIF1153", ErrorKind.BadInput, "Bad name.", "here") }, scene.Of("b")]);

        scene.Harvester!.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1153");
        scene.Sink.Bodies.Keys.ShouldBe(["x/b"]);
    }

    [Fact]
    public async Task RunAsync_NothingCanBeHadWithoutIt_EndsWithItsReason()
    {
        await using var scene = new HarvestScene();
        scene.Before("a", ServerAnswer.Of(403));

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(
            scene.RunAsync([scene.Of("a") with { OnFailure = problem => new Instead(problem, [], EndsAll: true) }]));

        error.Code.ShouldBe("CIF1232");
    }

    [Fact]
    public async Task RunAsync_SmallBacklog_TakesEverythingAllTheSame()
    {
        await using var scene = new HarvestScene();
        scene.Options = scene.Options with { MaxBacklogBytes = 1, Threads = 2 };
        scene.Sink.BeforeWrite = _ => Thread.Sleep(1);

        await scene.RunAsync([.. Enumerable.Range(0, 50).Select(i => scene.Of($"{i}"))]);

        scene.Sink.Bodies.Count.ShouldBe(50);
    }

    [Fact]
    public async Task RunAsync_Plan_AsksForListingsOnly()
    {
        await using var scene = new HarvestScene();
        List<string> planned = [];
        scene.Options = scene.Options with { Plan = w => planned.Add(w.Title) };

        await scene.RunAsync([scene.Of("list", scene.Of("a"), scene.Of("b")) with { IsListing = true }]);

        scene.Targets.ShouldBe(["/list"]);
        planned.Order(StringComparer.Ordinal).ShouldBe(["a", "b"]);
    }
}
