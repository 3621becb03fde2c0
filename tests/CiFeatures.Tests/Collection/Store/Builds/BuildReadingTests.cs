using System.Text;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Snapshots;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Collection.Store.Builds;

public class BuildReadingTests
{
    private static readonly BuildKey Key = new("a job/with slash", "1364869749170769920");

    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Builds_OfSeveralJobs_AreInNaturalOrderNewestFirst()
    {
        using BuildScene scene = new();
        foreach (string build in (string[])["9", "10", "1364869749170769920", "1364869749170769919", "99"])
        {
            scene.File(new BuildKey("b", build), "started.json", "{}");
        }

        scene.Listing(new BuildKey("B", "1"), "").Missing(new BuildKey("c", "2"), "finished.json");
        IBuildReader reader = scene.Read();

        reader.BuildJobs.ShouldBe(["B", "b", "c"]);
        reader.Builds("b").ShouldBe(["1364869749170769920", "1364869749170769919", "99", "10", "9"]);
        reader.Builds("c").ShouldBe(["2"]);
        reader.Builds("none").ShouldBeEmpty();
    }

    [Fact]
    public void ReadBuild_Everything_IsRead()
    {
        using BuildScene scene = new();
        ListingEntry entry = new("build-log.txt", IsFolder: false, 5, new DateTimeOffset(2021, 2, 25, 3, 27, 14, TimeSpan.Zero));
        SnapshotReader reader = scene
            .Listing(Key, "gs://bucket/logs/job/1/", new BuildListing("artifacts/", []), new BuildListing("", [new ListingEntry("artifacts", IsFolder: true), entry]))
            .File(Key, "started.json", "{\"timestamp\":1614223634}")
            .File(Key, "finished.json", "{\"timestamp\":1614223700,\"passed\":true}")
            .File(Key, "prowjob.json", "{\"spec\":{\"job\":\"j\"}}")
            .File(Key, "artifacts/x y%/junit.xml", "<testsuite/>")
            .Missing(Key, "podinfo.json")
            .Read();

        BuildRecord record = reader.ReadBuild(Key, _issues);

        (record.Key, record.Address, record.ProwJob!.Job, record.Finished!.Passed).ShouldBe((Key, "gs://bucket/logs/job/1/", "j", true));
        record.Started!.Time!.Value.ToUnixTimeSeconds().ShouldBe(1614223634);
        record.Listings.Select(l => l.Folder).ShouldBe(["", "artifacts/"]);
        record.Listings[0].Entries.ShouldBe([new ListingEntry("artifacts", IsFolder: true), entry]);
        record.Files.ShouldBe([new("artifacts/x y%/junit.xml", 12), new("finished.json", 38), new("podinfo.json", null), new("prowjob.json", 20), new("started.json", 24)]);
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void ReadBuild_DamagedFiles_ReadAsNoneAndSayWhere()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene.File(Key, "started.json", "{\"timestamp\":").File(Key, "finished.json", "<html>").File(Key, "prowjob.json", "[]").Read();

        BuildRecord record = reader.ReadBuild(Key, _issues);

        (record.Started, record.Finished, record.ProwJob).ShouldBe((null, null, null));
        _issues.Select(i => (i.Code, i.Dashboard, i.Job)).Distinct().Single().ShouldBe((DecodingCodes.UnusableBuildJson, "prow", Key.Job));
        _issues.Select(i => i.Position.Split(',')[0]).ShouldBe([$"{Key.Build}/started.json", $"{Key.Build}/finished.json", $"{Key.Build}/prowjob.json"]);
    }

    [Fact]
    public void ReadBuild_WithoutListing_HasNone()
    {
        using BuildScene scene = new();
        BuildRecord record = scene.Missing(Key, "started.json").Read().ReadBuild(Key, _issues);

        (record.Started, record.Address, record.Listings.Count).ShouldBe((null, "", 0));
        record.Files.Single().IsMissing.ShouldBeTrue();
    }

    [Fact]
    public void ReadJUnitAndEvents_OfABuild_AreReadAndTellTheirPlace()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene
            .File(Key, "artifacts/junit_a.xml", "<testsuite name=\"s\"><testcase name=\"t\" time=\"x\"/></testsuite>\n\n")
            .File(Key, "artifacts/events.json", "{\"items\":[{\"message\":\"m\"},1]}")
            .Read();

        reader.ReadJUnit(Key, "artifacts/junit_a.xml", _issues).Single().TestName.ShouldBe("s.t");
        reader.ReadEvents(Key, "artifacts/events.json", _issues).Single().Message.ShouldBe("m");

        _issues.Select(i => i.Position).ShouldBe([$"{Key.Build}/artifacts/junit_a.xml, line 1, column 22", $"{Key.Build}/artifacts/events.json, items[1], byte 26"]);
    }

    [Fact]
    public void OpenFile_StoredBytes_ComeBackInAnyPieces()
    {
        using BuildScene scene = new();
        byte[] log = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50_000).Select(i => $"line {i}\n")));
        SnapshotReader reader = scene.File(Key, "build-log.txt", log).File(Key, "empty.txt", "").Read();

        using MemoryStream read = new();
        using (Stream stream = reader.OpenFile(Key, "build-log.txt")!)
        {
            stream.CopyTo(read);
            stream.ReadByte().ShouldBe(-1);
        }

        read.ToArray().ShouldBe(log);
        using Stream empty = reader.OpenFile(Key, "empty.txt")!;
        empty.ReadByte().ShouldBe(-1);
        reader.OpenFile(Key, "other.txt").ShouldBeNull();
        reader.OpenFile(new BuildKey("no", "such"), "build-log.txt").ShouldBeNull();
    }

    [Fact]
    public void OpenFile_LargeLog_NeedsABufferOnly()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene.File(Key, "build-log.txt", new byte[64 << 20]).Read();
        byte[] buffer = new byte[4096];
        long total = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();

        using (Stream stream = reader.OpenFile(Key, "build-log.txt")!)
        {
            for (int read; (read = stream.Read(buffer)) > 0; total += read)
            {
            }
        }

        total.ShouldBe(64 << 20);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("shorter")]
    [InlineData("longer")]
    [InlineData("cut")]
    [InlineData("noise")]
    public void OpenFile_OtherBytesThanTheManifests_EndsInAnError(string damage)
    {
        using BuildScene scene = new();
        byte[] log = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"line {i}\n")));
        SnapshotReader reader = scene.File(Key, "build-log.txt", log).Read();
        string path = Path.Combine(reader.Folder, BuildScene.PathOf(Key, "build-log.txt"));
        byte[] stored = File.ReadAllBytes(path);
        string text = Encoding.UTF8.GetString(log);
        File.Delete(path);
        File.WriteAllBytes(path, damage switch
        {
            "changed" => AnswerTexts.Zipped(text.Replace("line 7\n", "line 8\n", StringComparison.Ordinal)),
            "shorter" => AnswerTexts.Zipped(text[..^1]),
            "longer" => AnswerTexts.Zipped(text + "x"),
            "cut" => stored[..(stored.Length / 2)],
            _ => [.. stored[..100], .. new byte[50], .. stored[150..]],
        });

        using Stream stream = reader.OpenFile(Key, "build-log.txt")!;
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => stream.CopyTo(Stream.Null));
        (error.Code, error.Kind, error.Place).ShouldBe(("CIF1209", ErrorKind.Integrity, path));
        Should.Throw<CiFeaturesException>(() => stream.ReadByte()).Code.ShouldBe("CIF1209");
    }

    [Fact]
    public void Readers_DamagedBodies_AreIntegrityErrorsAndNoIssues()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene.File(Key, "junit.xml", "<testsuite><testcase name=\"a\"/></testsuite>  ").File(Key, "started.json", "{\"timestamp\":1614223634}").File(Key, "gone.xml", "<x/>").Read();
        Replace("junit.xml", "<testsuite><testcase name=\"a\"/></testsuite> x");
        Replace("started.json", "{\"timestamp\":1614223635}");
        File.Delete(Path.Combine(reader.Folder, BuildScene.PathOf(Key, "gone.xml")));

        Should.Throw<CiFeaturesException>(() => reader.ReadJUnit(Key, "junit.xml", _issues)).Code.ShouldBe("CIF1209");
        Should.Throw<CiFeaturesException>(() => reader.ReadBuild(Key, _issues)).Code.ShouldBe("CIF1209");
        Should.Throw<CiFeaturesException>(() => reader.ReadJUnit(Key, "gone.xml", _issues)).Code.ShouldBe("CIF1208");
        _issues.ShouldBeEmpty();

        void Replace(string artifact, string text)
        {
            string path = Path.Combine(reader.Folder, BuildScene.PathOf(Key, artifact));
            File.Delete(path);
            File.WriteAllBytes(path, AnswerTexts.Zipped(text));
        }
    }

    [Fact]
    public void Readers_WhatIsNotThere_IsNamed()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene.File(Key, "started.json", "{}").Missing(Key, "junit.xml").Read();

        CiFeaturesException build = Should.Throw<CiFeaturesException>(() => reader.ReadBuild(new BuildKey("j", "1"), _issues));
        CiFeaturesException file = Should.Throw<CiFeaturesException>(() => reader.ReadJUnit(Key, "junit.xml", _issues));

        (build.Code, file.Code).ShouldBe(("CIF1212", "CIF1212"));
        build.Message.ShouldContain("j/1");
        file.Message.ShouldContain("junit.xml");
    }

    [Fact]
    public void Verify_SnapshotOfBuilds_IsSoundUntilSomethingChanges()
    {
        using BuildScene scene = new();
        SnapshotReader reader = scene.Listing(Key, "gs://b/").File(Key, "artifacts/junit.xml", "no xml at all").Missing(Key, "started.json").Read();
        StoreVerification.Run(scene.Store, SnapshotStore.Latest, null, CancellationToken.None).Problems.ShouldBeEmpty();

        string path = Path.Combine(reader.Folder, BuildScene.PathOf(Key, "artifacts/junit.xml"));
        File.Delete(path);
        File.WriteAllBytes(path, AnswerTexts.Zipped("no xml at alt"));

        StoreVerification.Run(scene.Store, SnapshotStore.Latest, null, CancellationToken.None).Problems.Single().Code.ShouldBe("CIF1209");
    }
}
