using System.Security.Cryptography;
using System.Text;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding;

namespace CiFeatures.Tests.Collection.Import;

public class TestGridImportTests
{
    [Fact]
    public void Run_SmallTree_StoresEveryAnswerByteForByte()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        ImportResult result = scene.Import();

        result.SnapshotId.ShouldBe("2021-07-28T131018Z");
        result.Manifest.Skipped.ShouldBeEmpty();
        result.IssueCount.ShouldBe(0, string.Join('\n', result.Issues));
        result.Manifest.Source.ShouldBe(new SnapshotSource("import-testgrid", "from"));
        result.Manifest.Counts.ShouldBe(new SnapshotCounts
        {
            Files = 5,
            Bytes = result.Manifest.Files.Sum(f => f.Bytes),
            Dashboards = 2,
            Summaries = 2,
            Tables = 3,
            Tests = 6,
            Runs = 9,
            Cells = 18,
            Skipped = 0,
        });

        string text = AnswerTexts.TableOf("e2e-aws", "Overall", "[sig-storage] mounts");
        SnapshotFile file = result.Manifest.Files.Single(f => f.Path == "testgrid/blocking/table/e2e-aws.json.gz");
        file.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        file.Url.ShouldBe("");
        file.Status.ShouldBeNull();
        file.FetchedAt.ShouldBeNull();

        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        reader.Dashboards.ShouldBe(["blocking", "informing"]);
        reader.JobsWithTable("blocking").ShouldBe(["e2e-aws", "e2e-gcp"]);
        JobGrid grid = reader.ReadGrid(new JobKey("blocking", "e2e-aws"), []);
        grid.Tests.Select(t => t.Name).ShouldBe(["Overall", "[sig-storage] mounts"]);
        grid.Row(1).ToArray().ShouldBe([1, 1, 0]);
        reader.ReadSummary("informing", [])!.Jobs.Single().Job.ShouldBe("e2e-aws");
        StoreVerification.Run(scene.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Run_Twice_GivesEqualHashesAndLinks()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        ImportResult first = scene.Import();
        ImportResult second = scene.Import();
        second.SnapshotId.ShouldBe("2021-07-28T131018Z-2");
        second.Manifest.Files.ShouldBe(first.Manifest.Files);
        second.Manifest.Fingerprint.ShouldBe(first.Manifest.Fingerprint);
        second.LinkedFiles.ShouldBe(5);
    }

    [Fact]
    public void Run_PlainAndCompressed_GiveTheSameSnapshot()
    {
        using ImportScene plain = new();
        using ImportScene zipped = new();
        AnswerTexts.Put(plain.From, "d/table/j.json", AnswerTexts.Table("a"));
        AnswerTexts.Put(zipped.From, "d/table/j.json.gz", AnswerTexts.Table("a"));
        plain.Import();
        zipped.Import();
        TemporaryFolder.Contents(plain.Store.Root).ShouldBe(TemporaryFolder.Contents(zipped.Store.Root));
    }

    [Fact]
    public void Run_AnswerForAnotherJob_IsStoredAndNoted()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "d/table/mine.json", AnswerTexts.TableOf("yours", "a"));
        ImportResult result = scene.Import();
        result.Manifest.Counts.Tables.ShouldBe(1);
        result.IssueCount.ShouldBe(1);
        result.Issues.Single().Code.ShouldBe(DecodingCodes.OtherJob);
    }

    [Fact]
    public void Run_At_SetsTheTime()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        scene.Import(new ImportOptions { At = new DateTimeOffset(2021, 7, 29, 1, 0, 0, TimeSpan.FromHours(2)) }).SnapshotId.ShouldBe("2021-07-28T230000Z");
    }

    [Fact]
    public void Run_FolderFurtherAbove_FindsTheDashboards()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(Path.Combine(scene.From, "4.8GA"));
        AnswerTexts.Put(scene.From, "4.7GA/nightly/summary.json", AnswerTexts.Summary("nightly", "j"));
        AnswerTexts.Put(scene.From, "notes/readme.json", "{}");
        AnswerTexts.Put(scene.From, "4.8GA/blocking/table/README.md", "not an answer, and not named like one");
        ImportResult result = scene.Import();
        result.Manifest.Counts.Dashboards.ShouldBe(3);
        result.Manifest.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public void Run_DashboardFolderItself_IsTaken()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        ImportResult result = scene.Import(folder: Path.Combine(scene.From, "informing") + Path.DirectorySeparatorChar);
        result.Manifest.Files.Select(f => f.Path).ShouldBe(["testgrid/informing/summary.json.gz", "testgrid/informing/table/e2e-aws.json.gz"]);
        result.Manifest.Source.Location.ShouldBe("informing");
    }

    [Fact]
    public void Run_StoreInsideTheFolder_IsNotImportedItself()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        SnapshotStore store = SnapshotStore.OpenOrCreate(Path.Combine(scene.From, "store"), scene.Clock);
        for (int i = 0; i < 2; i++)
        {
            new TestGridImport(store).Run(scene.From, new ImportOptions(), null, CancellationToken.None).Manifest.Counts.Files.ShouldBe(5);
        }
    }

    [Fact]
    public void Run_SnapshotOfAnotherStore_IsTakenOver()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        ImportResult first = scene.Import();
        SnapshotStore other = SnapshotStore.OpenOrCreate(scene.PathOf("other"), scene.Clock);
        ImportResult second = new TestGridImport(other).Run(first.Folder, new ImportOptions(), null, CancellationToken.None);
        second.Manifest.Files.ShouldBe(first.Manifest.Files);
        second.Manifest.Fingerprint.ShouldBe(first.Manifest.Fingerprint);
    }

    [Fact]
    public void Run_DeeperThanTheLimit_IsNotLookedAt()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "1/2/3/d/summary.json", AnswerTexts.Summary("d", "j"));
        scene.Import(new ImportOptions { MaxDepth = 4 }).Manifest.Files.Count.ShouldBe(1);
        Should.Throw<CiFeaturesException>(() => scene.Import(new ImportOptions { MaxDepth = 3 })).Code.ShouldBe("CIF1221");
    }

    [Fact]
    public void Run_SameDashboardTwice_NamesBoth()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(Path.Combine(scene.From, "old"));
        AnswerTexts.PutSmallTree(Path.Combine(scene.From, "new"));
        CiFeaturesException e = Should.Throw<CiFeaturesException>(() => scene.Import());
        e.Code.ShouldBe("CIF1222");
        e.Message.ShouldContain("new/blocking");
        e.Message.ShouldContain("old/blocking");
        Directory.Exists(scene.Store.Root).ShouldBeFalse();
    }

    [Fact]
    public void Run_EncodedNames_AreTheTrueOnesInTheManifest()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "a%2Fb/table/%2E%2E.json", AnswerTexts.Table("x"));
        AnswerTexts.Put(scene.From, "a%2Fb/table/50% off.json", AnswerTexts.Table("x"));
        AnswerTexts.Put(scene.From, "a%2Fb/table/Ünïcode.json", AnswerTexts.Table("x"));
        ImportResult result = scene.Import();
        SnapshotReader reader = scene.Store.OpenSnapshots("latest").Single();
        reader.Dashboards.ShouldBe(["a/b"]);
        reader.JobsWithTable("a/b").ShouldBe(["..", "50% off", "Ünïcode"]);
        result.Manifest.Files.Select(f => f.Path).ShouldBe(
            ["testgrid/a%2Fb/table/%2E%2E.json.gz", "testgrid/a%2Fb/table/%C3%9Cn%C3%AFcode.json.gz", "testgrid/a%2Fb/table/50%25 off.json.gz"],
            ignoreOrder: true);
        StoreVerification.Run(scene.Store, "all", null, CancellationToken.None).Problems.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Run_NamesThatDifferInCase_StayApart()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "d/table/Job.json", AnswerTexts.Table("upper"));
        Skip.If(File.Exists(Path.Combine(scene.From, "d", "table", "job.json")), "This file system ignores case.");
        AnswerTexts.Put(scene.From, "d/table/job.json", AnswerTexts.Table("lower"));
        scene.Import().Manifest.Files.Select(f => f.Path).ShouldBe(["testgrid/d/table/%4Aob.json.gz", "testgrid/d/table/job.json.gz"]);
        scene.Store.OpenSnapshots("latest")[0].ReadGrid(new JobKey("d", "Job"), []).Tests[0].Name.ShouldBe("upper");
    }

    [Fact]
    public void Run_PlainAndCompressedOfOneJob_TakesOneAndSaysSo()
    {
        using ImportScene scene = new();
        AnswerTexts.Put(scene.From, "d/table/j.json", AnswerTexts.Table("plain"));
        AnswerTexts.Put(scene.From, "d/table/j.json.gz", AnswerTexts.Table("zipped"));
        SkippedItem skipped = scene.Import().Manifest.Skipped.ShouldHaveSingleItem();
        skipped.Item.ShouldBe("d/table/j.json");
        skipped.Code.ShouldBe("CIF1226");
        scene.Store.OpenSnapshots("latest")[0].ReadGrid(new JobKey("d", "j"), []).Tests[0].Name.ShouldBe("zipped");
    }

    [Fact]
    public void Run_Progress_CountsFilesAndBytes()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        List<ImportProgress> seen = [];
        new TestGridImport(scene.Store).Run(scene.From, new ImportOptions(), new SyncProgress<ImportProgress>(seen.Add), CancellationToken.None);
        seen.Select(p => p.FilesDone).ShouldBe([0, 1, 2, 3, 4, 5]);
        long total = seen[^1].BytesDone;
        seen.ShouldAllBe(p => p.FilesTotal == 5 && p.BytesTotal == total);
        seen[1].Current.ShouldBe("blocking/summary.json");
        seen[^1].BytesDone.ShouldBe(Directory.EnumerateFiles(scene.From, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length));
    }

    [Fact]
    public void Run_CancelledHalfWay_LeavesNothing()
    {
        using ImportScene scene = new();
        AnswerTexts.PutSmallTree(scene.From);
        scene.Import();
        SortedDictionary<string, string> before = TemporaryFolder.Contents(scene.Store.Root);
        using CancellationTokenSource cancel = new();
        SyncProgress<ImportProgress> progress = new(p =>
        {
            if (p.FilesDone == 2)
            {
                cancel.Cancel();
            }
        });
        Should.Throw<OperationCanceledException>(() => new TestGridImport(scene.Store).Run(scene.From, new ImportOptions(), progress, cancel.Token));
        TemporaryFolder.Contents(scene.Store.Root).ShouldBe(before);
        scene.Store.List().Count.ShouldBe(1);
    }
}
