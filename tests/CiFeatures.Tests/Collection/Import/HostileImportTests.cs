using System.Diagnostics;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Collection.Import;

public class HostileImportTests
{
    private const string Bad = "blocking/table/bad.json.gz";

    public static TheoryData<string, byte[]> BadFiles
    {
        get
        {
            string table = AnswerTexts.Table("a", "b");
            byte[] zipped = AnswerTexts.Zipped(table);
            return new()
            {
                { "truncated gzip", zipped[..(zipped.Length / 2)] },
                { "gzip without its last byte", zipped[..^1] },
                { "gzip without its end", zipped[..^8] },
                { "gzip with another checksum", [.. zipped[..^8], (byte)(zipped[^8] ^ 1), .. zipped[^7..]] },
                { "truncated JSON", AnswerTexts.Zipped(table[..(table.Length / 2)]) },
                { "empty file", [] },
                { "gzip of nothing", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
                { "gzip header alone", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] },
                { "array", "[]"u8.ToArray() },
                { "null", "null"u8.ToArray() },
                { "other document", "{\"error\":\"no such tab\"}"u8.ToArray() },
                { "page", "<!DOCTYPE html><html></html>"u8.ToArray() },
                { "zeros", new byte[1000] },
                { "two documents", "{\"tests\":[],\"timestamps\":[]}{}"u8.ToArray() },
                { "deep nesting", System.Text.Encoding.ASCII.GetBytes("{\"tests\":" + new string('[', 100_000)) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Run_BadFile_IsSkippedAndListed(string what, byte[] bytes)
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        File.WriteAllBytes(Path.Combine(scene.From, Bad), bytes);
        ImportResult result = scene.Import();
        SkippedItem skipped = result.Manifest.Skipped.ShouldHaveSingleItem(what);
        skipped.Item.ShouldBe(Bad);
        skipped.Reason.ShouldNotBeNullOrWhiteSpace();
        skipped.Code.ShouldStartWith("CIF1");
        result.Manifest.Counts.Files.ShouldBe(5);
        result.Manifest.Counts.Skipped.ShouldBe(1);
        StoreVerification.Run(scene.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Run_BadFileStrict_EndsWithoutASnapshot(string what, byte[] bytes)
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        File.WriteAllBytes(Path.Combine(scene.From, Bad), bytes);
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => scene.Import(new ImportOptions { Strict = true }), what);
        e.Place.ShouldContain(Bad);
        e.Kind.ShouldBe(ErrorKind.BadInput);
        Directory.Exists(scene.Store.Root).ShouldBeFalse();
    }

    [Fact]
    public void Run_TruncatedJson_SaysWhichByte()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        AnswerTexts.Put(scene.From, Bad, AnswerTexts.Table("a")[..300]);
        SkippedItem skipped = scene.Import().Manifest.Skipped.Single();
        skipped.Code.ShouldBe(DecodingCodes.DamagedJson);
        skipped.Place.ShouldContain("byte");
        skipped.Place.ShouldContain("blocking / bad");
    }

    [Fact]
    public void Run_BodyBeyondTheLimit_IsSkipped()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        AnswerTexts.Put(scene.From, Bad, new string(' ', 20_000_000) + AnswerTexts.Table("a"));
        SnapshotStore store = SnapshotStore.OpenOrCreate(scene.PathOf("small"), scene.Clock, new DecodeLimits { MaxDocumentBytes = 1_000_000 });
        ImportResult result = new TestGridImport(store).Run(scene.From, new ImportOptions(), null, CancellationToken.None);
        result.Manifest.Skipped.Single().Code.ShouldBe(DecodingCodes.TooLarge);
    }

    [Fact]
    public void Run_FolderInPlaceOfAFile_IsSkipped()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        AnswerTexts.Put(scene.From, Bad + "/inner.json", AnswerTexts.Table("a"));
        File.Delete(Path.Combine(scene.From, "informing", "summary.json.gz"));
        Directory.CreateDirectory(Path.Combine(scene.From, "informing", "summary.json.gz"));
        ImportResult result = scene.Import();
        result.Manifest.Skipped.Select(s => s.Item).ShouldBe([Bad, "informing/summary.json.gz"]);
        result.Manifest.Skipped.ShouldAllBe(s => s.Reason.Contains("folder", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NothingIsAnAnswer_FailsAndLeavesNoSnapshot()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "d/summary.json", "[]");
        AnswerTexts.Put(scene.From, "d/table/j.json.gz", "[]");
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => scene.Import());
        e.Code.ShouldBe("CIF1221");
        e.Kind.ShouldBe(ErrorKind.BadInput);
        e.Message.ShouldContain("d/");
        Directory.Exists(scene.Store.Root).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", "CIF1221")]
    [InlineData("missing", "CIF1220")]
    [InlineData("file.json", "CIF1220")]
    public void Run_NoDashboards_Fails(string folder, string code)
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "file.json", "{}");
        Should.Throw<CiFeaturesException>(() => scene.Import(folder: Path.Combine(scene.From, folder))).Code.ShouldBe(code);
        Directory.Exists(scene.Store.Root).ShouldBeFalse();
    }

    [Fact]
    public void Run_TooManyFiles_Fails()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        Should.Throw<CiFeaturesException>(() => scene.Import(new ImportOptions { MaxEntries = 5 })).Code.ShouldBe("CIF1223");
    }

    [SkippableFact]
    public void Run_LinksThatLeaveTheFolder_AreNotFollowed()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege there.");
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        string outside = AnswerTexts.Put(scene.PathOf("outside"), "secret/table/s.json", AnswerTexts.Table("secret"));
        string table = Path.Combine(scene.From, "blocking", "table");
        File.CreateSymbolicLink(Path.Combine(table, "direct.json"), outside);
        File.CreateSymbolicLink(Path.Combine(table, "dangling.json"), "/does/not/exist");
        File.CreateSymbolicLink(Path.Combine(table, "inside.json"), "e2e-gcp.json");
        File.CreateSymbolicLink(Path.Combine(table, "self.json"), "self.json");
        Directory.CreateSymbolicLink(Path.Combine(scene.From, "folder"), scene.PathOf("outside"));
        Directory.CreateSymbolicLink(Path.Combine(scene.From, "hop"), "informing/out/secret");
        Directory.CreateSymbolicLink(Path.Combine(scene.From, "informing", "out"), scene.PathOf("outside"));
        Directory.CreateSymbolicLink(Path.Combine(scene.From, "loop"), ".");

        ImportResult result = scene.Import();
        result.Manifest.Skipped.Select(s => s.Item).ShouldBe(
            ["blocking/table/dangling.json", "blocking/table/direct.json", "blocking/table/self.json", "folder", "hop"]);
        result.Manifest.Files.ShouldContain(f => f.Job == "inside");
        result.Manifest.Files.ShouldNotContain(f => f.Job == "s" || f.Dashboard == "secret");
    }

    [SkippableFact(Timeout = 20_000)]
    public async Task Run_PipeInPlaceOfAFile_DoesNotWaitForIt()
    {
        Skip.If(OperatingSystem.IsWindows(), "No named pipes of this kind there.");
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        using Process mkfifo = Process.Start(new ProcessStartInfo("mkfifo", [Path.Combine(scene.From, Bad)]))!;
        await mkfifo.WaitForExitAsync();
        ImportResult result = await Task.Run(() => scene.Import());
        result.Manifest.Skipped.Single().Item.ShouldBe(Bad);
    }
}
