using System.IO.Compression;
using CiFeatures.Collection.Prow;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.Prow;

/// <summary>Bodies that break off, stall, lie or change while they come.</summary>
public class BrokenBodiesTests
{
    private const string Log = "build-log.txt";

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3000)]
    public async Task RunAsync_BodyBreaksOff_GoesOnFromThere(int after)
    {
        await using var scene = new ProwScene();
        scene.Script = r => ProwScene.IsMedia(r, Log) && scene.Downloads(Log).Count == 1 ? scene.Plain(r) with { CutAfter = after } : null;

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
        ServerRequest second = scene.Downloads(Log)[1];
        second.Header("Range").ShouldBe(after == 0 ? "" : $"bytes={after}-");
        second.Header("If-Range").ShouldBe(after == 0 ? "" : $"\"{ProwScene.Generation(scene.FileOf(Log))}\"");
        second.Target.Contains("ifGenerationMatch=", StringComparison.Ordinal).ShouldBe(after > 0);
    }

    [Fact]
    public async Task RunAsync_ResetOr503BeforeAndInTheMiddle_IsTriedAgain()
    {
        await using var scene = new ProwScene();
        int asked = 0;
        scene.Script = r => !ProwScene.IsMedia(r, Log) ? null : asked++ switch
        {
            0 => new ServerAnswer { Reset = true },
            1 => ServerAnswer.Of(503, "Retry-After: 3"),
            2 => scene.Plain(r) with { CutAfter = 100 },
            3 => ServerAnswer.Of(503),
            4 => scene.Plain(r) with { CutAfter = 200 },
            _ => null,
        };

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
        scene.Downloads(Log)[^1].Header("Range").ShouldBe("bytes=300-");
    }

    [Fact]
    public async Task RunAsync_BodyStalls_IsGivenUpAndGoneOnWith()
    {
        await using var scene = new ProwScene();
        scene.Script = r => ProwScene.IsMedia(r, Log) && scene.Downloads(Log).Count == 1
            ? scene.Plain(r) with { CutAfter = 1000, PauseBeforeEachByte = TimeSpan.FromTicks(1), BeforeLastByte = () => scene.Clock.Advance(TimeSpan.FromMinutes(2)) }
            : null;

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
        scene.Downloads(Log).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task RunAsync_FileWrittenAnewBetweenTwoParts_BeginsAtTheBeginning()
    {
        await using var scene = new ProwScene();
        scene.Script = r =>
        {
            if (!ProwScene.IsMedia(r, Log) || scene.Downloads(Log).Count != 1)
            {
                return null;
            }

            ServerAnswer old = scene.Plain(r) with { CutAfter = 100 };
            scene.Put(Log, "another log altogether");
            return old;
        };

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe("another log altogether"u8.ToArray());
    }

    [Fact]
    public async Task RunAsync_WholeFileForAPart_IsTakenWhole()
    {
        await using var scene = new ProwScene();
        int asked = 0;
        scene.Script = r => !ProwScene.IsMedia(r, Log) ? null
            : asked++ == 0 ? scene.Plain(r) with { CutAfter = 100 }
            : new ServerAnswer { Body = scene.FileOf(Log), Headers = ProwScene.Headers(scene.FileOf(Log), "identity") };

        ProwResult result = await scene.RunAsync();

        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
        result.Manifest.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_AnotherPartThanAskedFor_IsNotTakenForTheRest()
    {
        await using var scene = new ProwScene();
        int asked = 0;
        scene.Script = r => !ProwScene.IsMedia(r, Log) ? null : asked++ switch
        {
            0 => scene.Plain(r) with { CutAfter = 100 },
            1 => new ServerAnswer { Status = 206, Body = scene.FileOf(Log)[..50], Headers = [$"Content-Range: bytes 0-49/{scene.FileOf(Log).Length}"] },
            2 => new ServerAnswer { Status = 206, Body = scene.FileOf(Log)[..50] },
            _ => null,
        };

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
    }

    [Fact]
    public async Task RunAsync_WrongHashOnce_IsAskedForAgainAndAlwaysIsSkipped()
    {
        await using var scene = new ProwScene();
        ServerAnswer Wrong() => new() { Body = [.. scene.FileOf(Log)[..^1], 0], Headers = ProwScene.Headers(scene.FileOf(Log), "identity") };
        scene.Script = r => ProwScene.IsMedia(r, Log) && scene.Downloads(Log).Count == 1 ? Wrong() : null;
        ProwResult result = await scene.RunAsync();
        result.Manifest.Skipped.ShouldBeEmpty();
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));

        await using var second = new ProwScene();
        second.Script = r => ProwScene.IsMedia(r, Log) ? new ServerAnswer { Body = [.. second.FileOf(Log)[..^1], 0], Headers = ProwScene.Headers(second.FileOf(Log), "identity") } : null;
        ProwResult lasting = await second.RunAsync();
        SkippedItem skipped = lasting.Manifest.Skipped.ShouldHaveSingleItem();
        skipped.Code.ShouldBe("CIF1255");
        lasting.Manifest.Files.ShouldNotContain(f => f.Artifact == Log);
        StoreVerification.Run(second.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_StoredCompressed_IsCheckedPackedAndStoredUnpacked()
    {
        await using var scene = new ProwScene();
        byte[] text = scene.FileOf(Log);
        scene.Files[ProwScene.Root + Log] = Pack(text);
        scene.Packed.Add(ProwScene.Root + Log);
        scene.Script = r => ProwScene.IsMedia(r, Log) && scene.Downloads(Log).Count == 1 ? scene.Plain(r) with { CutAfter = 20 } : null;

        ProwResult result = await scene.RunAsync();

        scene.Stored(result, Log).ShouldBe(text);
        scene.Downloads(Log).ShouldAllBe(r => r.Header("Accept-Encoding") == "gzip");
        result.Manifest.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_GzipThatLies_IsSkippedWithinBounds()
    {
        await using var scene = new ProwScene();
        scene.Files[ProwScene.Root + Log] = Pack(new byte[50_000_000]);
        scene.Files[ProwScene.Root + "started.json"] = Pack(scene.FileOf("started.json"))[..^5];
        scene.Files[ProwScene.Root + "finished.json"] = "no gzip at all"u8.ToArray();
        scene.Packed.UnionWith([ProwScene.Root + Log, ProwScene.Root + "started.json", ProwScene.Root + "finished.json"]);

        ProwResult result = await scene.RunAsync(scene.Options() with { MaxFileBytes = 1_000_000 });

        result.Manifest.Skipped.Select(s => $"{s.Code} {s.Item.Split('/')[^1]}").ShouldBe(["CIF1254 build-log.txt", "CIF1256 finished.json", "CIF1256 started.json"]);
        Directory.GetFiles(result.Folder, "*.part", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_LongerThanTheLimit_IsSkippedWithoutBeingAskedFor()
    {
        await using var scene = new ProwScene();

        ProwResult result = await scene.RunAsync(scene.Options() with { MaxFileBytes = 1000 });

        result.Manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1254");
        scene.Downloads(Log).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_GoneAfterItWasListed_IsMissing()
    {
        await using var scene = new ProwScene();
        scene.Script = r => ProwScene.IsMedia(r, Log) ? ServerAnswer.Of(404) : null;

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldBeEmpty();
        result.Manifest.Missing!.ShouldContain(m => m.Path == Log && m.Url.Length > 0);
    }

    [Fact]
    public async Task RunAsync_OneFileThatFailsForEver_IsSkippedAndTheOthersAreTaken()
    {
        await using var scene = new ProwScene();
        scene.Script = r => ProwScene.IsMedia(r, Log) ? scene.Plain(r) with { CutAfter = 0 } : null;

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1230");
        result.Manifest.Files.Count.ShouldBe(6);
    }

    [Fact]
    public async Task RunAsync_ServiceGoesDown_KeepsWhatThereIsAndHalfAFileAndGoesOnLater()
    {
        await using var scene = new ProwScene();
        bool down = true;
        scene.Script = r => !down ? null
            : ProwScene.IsMedia(r, Log) && scene.Downloads(Log).Count == 1 ? scene.Plain(r) with { CutAfter = 4000 }
            : scene.Downloads(Log).Count > 0 ? new ServerAnswer { Reset = true }
            : null;

        CiFeaturesException e = await Should.ThrowAsync<CiFeaturesException>(() => scene.RunAsync());
        e.Kind.ShouldBe(ErrorKind.SourceUnavailable);
        scene.Store.List().Single().State.ShouldBe(SnapshotState.Incomplete);

        down = false;
        int before = scene.Downloads(Log).Count;
        ProwResult result = await scene.RunAsync();

        result.RecoveredFiles.ShouldBeGreaterThan(0);
        scene.Downloads(Log)[before].Header("Range").ShouldBe("bytes=4000-");
        scene.Stored(result, Log).ShouldBe(scene.FileOf(Log));
        result.Manifest.Missing!.Count.ShouldBe(3);
        result.Manifest.Transfer!.Resumed.ShouldBe(1);

        await using var whole = new ProwScene();
        (await whole.RunAsync()).Manifest.Fingerprint.ShouldBe(result.Manifest.Fingerprint);
    }

    [Fact]
    public async Task RunAsync_RedirectElsewhere_IsNotFollowed()
    {
        await using var scene = new ProwScene();
        await using var other = new LoopbackServer(_ => new ServerAnswer { Body = "gotcha"u8.ToArray() });
        scene.Script = r => ProwScene.IsMedia(r, Log) ? ServerAnswer.Of(302, $"Location: {other.Url}/x") : null;

        ProwResult result = await scene.RunAsync();

        result.Manifest.Skipped.ShouldHaveSingleItem().Code.ShouldBe("CIF1234");
        other.Requests.ShouldBeEmpty();
    }

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
