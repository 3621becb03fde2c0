using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store;

public class SnapshotWriterTests
{
    [Fact]
    public void Complete_Bodies_AreWhereTheContractSays()
    {
        using TestStore test = new();
        SnapshotManifest manifest = test.Write();
        manifest.Id.ShouldBe("2021-07-28T131018Z");
        TemporaryFolder.Contents(test.Store.Root).Keys.ShouldBe(
            [
                "snapshots/2021-07-28T131018Z/manifest.json",
                "snapshots/2021-07-28T131018Z/testgrid/d/summary.json.gz",
                "snapshots/2021-07-28T131018Z/testgrid/d/table/a%2Fb.json.gz",
                "snapshots/2021-07-28T131018Z/testgrid/dashboards.json.gz",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Complete_Manifest_SaysWhatIsThere()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            DateTimeOffset fetched = new(2021, 7, 28, 15, 10, 18, 250, TimeSpan.FromHours(2));
            writer.Write(TestStore.Table("d", "j") with { Url = "https://testgrid/d/table?tab=j", Status = 200, FetchedAt = fetched, Etag = "\"x\"", Tests = 2, Runs = 3 }, TestStore.Bytes("{}"));
            writer.Skip(new SkippedItem { Item = "d/k", Code = "CIF1224", Reason = "no", Place = "byte 3" });
            writer.Complete();
        }

        JsonNode json = JsonNode.Parse(File.ReadAllText(test.FileOf("2021-07-28T131018Z", "manifest.json")))!;
        json["schema"]!.GetValue<string>().ShouldBe("cifeatures/snapshot/v1");
        json["id"]!.GetValue<string>().ShouldBe("2021-07-28T131018Z");
        json["created"]!.GetValue<string>().ShouldBe("2021-07-28T13:10:18Z");
        json["counts"]!.ToJsonString().ShouldBe("""{"files":1,"bytes":2,"dashboards":1,"summaries":0,"tables":1,"tests":2,"runs":3,"cells":6,"skipped":1}""");
        json["files"]!.AsArray().Single()!.ToJsonString().ShouldBe(
            """{"path":"testgrid/d/table/j.json.gz","dashboard":"d","job":"j","url":"https://testgrid/d/table?tab=j","status":200,"""
            + $"\"sha256\":\"{Convert.ToHexStringLower(SHA256.HashData("{}"u8))}\","
            + "\"bytes\":2,\"fetched_at\":\"2021-07-28T13:10:18.25Z\",\"etag\":\"\\u0022x\\u0022\",\"tests\":2,\"runs\":3,\"cells\":6}");
        json["skipped"]!.ToJsonString().ShouldBe("""[{"item":"d/k","code":"CIF1224","reason":"no","place":"byte 3"}]""");
    }

    [Fact]
    public void Write_SameBodies_GiveTheSameBytes()
    {
        using TestStore one = new();
        using TestStore two = new();
        one.Write(table: new string('x', 100_000));
        two.Write(table: new string('x', 100_000));
        TemporaryFolder.Contents(one.Store.Root).ShouldBe(TemporaryFolder.Contents(two.Store.Root));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"a\":\"\\u0000ü\"}")]
    public void Write_CompressedBody_HasNoTimeInItsHeaderAndOthersCanReadIt(string text)
    {
        using TestStore test = new();
        SnapshotManifest manifest = test.Write(summary: text);
        string file = test.FileOf(manifest.Id, "testgrid/d/summary.json.gz");
        File.ReadAllBytes(file).AsSpan(0, 10).ToArray().ShouldBe([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]);
        using StreamReader reader = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        reader.ReadToEnd().ShouldBe(text);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    public void Write_CompressedBody_IsSoundForGzip(string text)
    {
        Skip.IfNot(File.Exists("/usr/bin/gzip") || File.Exists("/bin/gzip"), "There is no gzip on this machine.");
        using TestStore test = new();
        SnapshotManifest manifest = test.Write(summary: text);
        ProcessStartInfo start = new("gzip", ["-dc", test.FileOf(manifest.Id, "testgrid/d/summary.json.gz")]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process gzip = Process.Start(start)!;
        gzip.StandardOutput.ReadToEnd().ShouldBe(text);
        gzip.WaitForExit();
        gzip.ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Write_PathWithoutGz_IsStoredPlain()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(new NewBody("prow/j/1/listing.json") { Job = "j", Build = "1" }, TestStore.Bytes("[]"));
        File.ReadAllText(test.FileOf(writer.SnapshotId, "prow/j/1/listing.json")).ShouldBe("[]");
    }

    [Fact]
    public void Write_UnchangedBody_BecomesALinkThatOutlivesTheFirst()
    {
        using TestStore test = new();
        SnapshotManifest first = test.Write();
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            writer.Write(TestStore.Table("d", "a/b"), TestStore.Bytes("{\"tests\":[]}"));
            writer.Write(TestStore.Summary("d"), TestStore.Bytes("{ }"));
            writer.LinkedFiles.ShouldBe(1);
            writer.Complete().Id.ShouldBe("2021-07-28T131018Z-2");
        }

        // One file under two names: what is written through one name is read through the other.
        string a = test.FileOf(first.Id, "testgrid/d/table/a%2Fb.json.gz");
        string b = test.FileOf("2021-07-28T131018Z-2", "testgrid/d/table/a%2Fb.json.gz");
        WriteByte(a, 9, 7);
        File.ReadAllBytes(b)[9].ShouldBe((byte)7);
        WriteByte(a, 9, 255);
        test.Store.Delete(first.Id);
        File.Exists(b).ShouldBeTrue();
        StoreVerification.Run(test.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Write_WhereLinksAreImpossible_Copies()
    {
        using TestStore test = new((_, _) => false);
        SnapshotManifest first = test.Write();
        SnapshotManifest second = test.Write();
        second.Files.ShouldBe(first.Files);
        second.Fingerprint.ShouldBe(first.Fingerprint);
        string path = "testgrid/d/summary.json.gz";
        File.ReadAllBytes(test.FileOf(second.Id, path)).ShouldBe(File.ReadAllBytes(test.FileOf(first.Id, path)));
        File.Delete(test.FileOf(first.Id, path));
        File.Exists(test.FileOf(second.Id, path)).ShouldBeTrue();
    }

    [Fact]
    public void Write_FormerFileIsDamaged_DoesNotTakeTheDamageOver()
    {
        using TestStore test = new();
        SnapshotManifest first = test.Write();
        File.WriteAllBytes(test.FileOf(first.Id, "testgrid/d/summary.json.gz"), AnswerTexts.Zipped("{\"other\":1}"));
        SnapshotManifest second = test.Write();
        StoreVerification.Run(test.Store, second.Id, null, CancellationToken.None).Problems.ShouldBeEmpty();
        StoreVerification.Run(test.Store, first.Id, null, CancellationToken.None).Problems.Count.ShouldBe(1);
    }

    [Fact]
    public void Write_SamePathTwice_IsRefusedAndTheFirstStays()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(TestStore.Table("d", "job"), TestStore.Bytes("{}"));
        Should.Throw<CiFeaturesException>(() => writer.Write(TestStore.Table("d", "job"), TestStore.Bytes("{1}"))).Code.ShouldBe("CIF1210");
        CiFeaturesException clash = Should.Throw<CiFeaturesException>(() => writer.Write(TestStore.Table("d", "JOB"), TestStore.Bytes("{2}")));
        clash.Code.ShouldBe("CIF1210");
        clash.Message.ShouldContain("testgrid/d/table/job.json.gz");
        writer.Complete().Files.Single().Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData("{}"u8)));
    }

    [Theory]
    [InlineData("../x.gz")]
    [InlineData("/etc/x.gz")]
    [InlineData("a//b.gz")]
    [InlineData("a/../b.gz")]
    [InlineData("a\\b.gz")]
    [InlineData("manifest.json")]
    [InlineData("MANIFEST.json")]
    [InlineData(".writing")]
    [InlineData("")]
    [InlineData("testgrid/d/summary.json.gz")]
    [InlineData("testgrid/d/table/j.json.gz")]
    public void Write_PathThatIsNotItsOwn_IsRefused(string path)
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        Should.Throw<ArgumentException>(() => writer.Write(new NewBody(path) { Dashboard = "e", Job = "j" }, TestStore.Bytes("{}")));
    }

    [Fact]
    public void Dispose_WithoutComplete_LeavesAnIncompleteSnapshot()
    {
        using TestStore test = new();
        using (SnapshotWriter writer = test.Store.Create(TestStore.Source))
        {
            writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}"));
        }

        SnapshotInfo info = test.Store.List().Single();
        info.State.ShouldBe(SnapshotState.Incomplete);
        info.Counts.ShouldBeNull();
        File.Exists(test.FileOf(info.Id, "manifest.json")).ShouldBeFalse();
        Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots(info.Id)).Code.ShouldBe("CIF1204");
        Should.Throw<CiFeaturesException>(() => test.Store.OpenSnapshots("latest")).Code.ShouldBe("CIF1203");
    }

    [Fact]
    public void Discard_FirstSnapshot_LeavesNothing()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}"));
        writer.Discard();
        Directory.Exists(test.Store.Root).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => writer.Complete());
    }

    [Fact]
    public void Discard_AfterComplete_ChangesNothing()
    {
        using TestStore test = new();
        using SnapshotWriter writer = test.Store.Create(TestStore.Source);
        writer.Complete();
        writer.Discard();
        test.Store.Resolve("latest").ShouldBe([writer.SnapshotId]);
        Should.Throw<InvalidOperationException>(() => writer.Write(TestStore.Summary("d"), TestStore.Bytes("{}")));
    }

    private static void WriteByte(string file, long position, byte value)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write);
        stream.Position = position;
        stream.WriteByte(value);
    }

    [Fact]
    public void Write_FromSeveralThreads_GivesTheSameManifestAsFromOne()
    {
        using TestStore one = new();
        using TestStore many = new();
        int[] jobs = [.. Enumerable.Range(0, 60)];
        using SnapshotWriter serial = one.Store.Create(TestStore.Source);
        using SnapshotWriter parallel = many.Store.Create(TestStore.Source);
        Array.ForEach(jobs, i => serial.Write(TestStore.Table("d", $"j{i}"), TestStore.Bytes($"{{{i}}}")));
        Parallel.ForEach(jobs, i => parallel.Write(TestStore.Table("d", $"j{i}"), TestStore.Bytes($"{{{i}}}")));
        serial.Complete();
        parallel.Complete();
        TemporaryFolder.Contents(many.Store.Root).ShouldBe(TemporaryFolder.Contents(one.Store.Root));
    }
}
