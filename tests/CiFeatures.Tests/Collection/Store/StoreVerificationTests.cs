using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Store;

public class StoreVerificationTests
{
    private const string SummaryPath = "testgrid/d/summary.json.gz";
    private const string TablePath = "testgrid/d/table/a%2Fb.json.gz";

    [Fact]
    public void Run_SoundStore_FindsNothing()
    {
        using TestStore test = new();
        test.Write();
        List<string> seen = [];
        VerificationReport report = StoreVerification.Run(test.Store, "all", new SyncProgress<string>(seen.Add), CancellationToken.None);
        report.IsSound.ShouldBeTrue();
        report.Files.ShouldBe(3);
        report.Bytes.ShouldBe(19);
        seen.ShouldBe([SummaryPath, TablePath, "testgrid/dashboards.json.gz"]);
    }

    [Fact]
    public void Run_AnyByteInverted_NamesTheFile()
    {
        using TestStore test = new();
        string id = test.Write(table: "{\"tests\":[1,2,3]}").Id;
        string file = test.FileOf(id, TablePath);
        byte[] sound = File.ReadAllBytes(file);
        int found = 0;
        for (int i = 0; i < sound.Length; i++)
        {
            byte[] flipped = [.. sound];
            flipped[i] ^= 0xFF;
            File.WriteAllBytes(file, flipped);
            IReadOnlyList<VerificationProblem> problems = StoreVerification.Run(test.Store, id, null, CancellationToken.None).Problems;
            problems.Select(p => p.Path).ShouldAllBe(path => path == TablePath);
            found += Math.Min(1, problems.Count);
        }

        found.ShouldBe(sound.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(-1)]
    [InlineData(-8)]
    public void Run_CutFile_IsDamaged(int length)
    {
        using TestStore test = new();
        string id = test.Write().Id;
        string file = test.FileOf(id, TablePath);
        byte[] bytes = File.ReadAllBytes(file);
        File.WriteAllBytes(file, length >= 0 ? bytes[..length] : bytes[..^-length]);
        VerificationProblem problem = StoreVerification.Run(test.Store, id, null, CancellationToken.None).Problems.ShouldHaveSingleItem();
        problem.Path.ShouldBe(TablePath);
        problem.Kind.ShouldBe(VerificationProblemKind.Damaged);
        problem.Code.ShouldBe("CIF1209");
    }

    [Fact]
    public void Run_EveryKindOfProblem_ListsThemAll()
    {
        using TestStore test = new();
        string first = test.Write().Id;
        File.Delete(test.FileOf(first, SummaryPath));
        File.WriteAllBytes(test.FileOf(first, TablePath), AnswerTexts.Zipped("{\"tests\":{}}"));
        File.WriteAllText(test.FileOf(first, "testgrid/d/stray.txt"), "x");
        File.WriteAllText(test.FileOf(first, "testgrid/dashboards.json.gz.part"), "x");
        string second = test.Write(table: "no brace").Id;
        string third = test.Write().Id;
        File.WriteAllText(test.FileOf(third, "manifest.json"), "[]");
        test.Store.Create(TestStore.Source).Dispose();

        VerificationReport report = StoreVerification.Run(test.Store, "all", null, CancellationToken.None);
        report.Problems.Select(p => (p.SnapshotId, p.Path, p.Kind)).ShouldBe(
            [
                (first, SummaryPath, VerificationProblemKind.Missing),
                (first, TablePath, VerificationProblemKind.Damaged),
                (first, "testgrid/d/stray.txt", VerificationProblemKind.Unexpected),
                (first, "testgrid/dashboards.json.gz.part", VerificationProblemKind.Unexpected),
                (second, TablePath, VerificationProblemKind.Undecodable),
                (third, "manifest.json", VerificationProblemKind.Manifest),
            ]);
        report.Problems[4].Message.ShouldContain("byte 0");
        report.Incomplete.Single().ShouldEndWith("-4");
        report.Snapshots.ShouldBe([first, second, third]);
    }

    [Fact]
    public void Run_FolderInPlaceOfAFile_IsAProblem()
    {
        using TestStore test = new();
        string id = test.Write().Id;
        File.Delete(test.FileOf(id, SummaryPath));
        Directory.CreateDirectory(test.FileOf(id, SummaryPath));
        StoreVerification.Run(test.Store, id, null, CancellationToken.None).Problems.Single().Path.ShouldBe(SummaryPath);
    }

    [SkippableFact]
    public void Run_SymbolicLinkInPlaceOfAFile_IsAProblem()
    {
        Skip.If(OperatingSystem.IsWindows(), "Symbolic links need a privilege there.");
        using TestStore test = new();
        string id = test.Write().Id;
        string file = test.FileOf(id, SummaryPath);
        File.Move(file, test.FileOf("elsewhere", "../../moved.gz"));
        File.CreateSymbolicLink(file, test.FileOf("elsewhere", "../../moved.gz"));
        Directory.CreateSymbolicLink(test.FileOf(id, "testgrid/loop"), test.FileOf(id, "testgrid"));
        StoreVerification.Run(test.Store, id, null, CancellationToken.None).Problems.Select(p => p.Path).ShouldBe([SummaryPath, "testgrid/loop"]);
    }

    [Fact]
    public void Run_BodyThatGrowsBeyondItsLength_IsRefusedWithoutReadingItAll()
    {
        using TestStore test = new();
        string id = test.Write().Id;
        File.WriteAllBytes(test.FileOf(id, SummaryPath), AnswerTexts.Zipped(new string('0', 50_000_000)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        VerificationProblem problem = StoreVerification.Run(test.Store, id, null, CancellationToken.None).Problems.Single();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5_000_000);
        problem.Message.ShouldContain("goes on after 2 bytes");
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using TestStore test = new();
        test.Write();
        Should.Throw<OperationCanceledException>(() => StoreVerification.Run(test.Store, "all", null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Run_UnknownSnapshot_Throws()
    {
        using TestStore test = new();
        Should.Throw<CiFeaturesException>(() => StoreVerification.Run(test.Store, "all", null, CancellationToken.None)).Code.ShouldBe("CIF1203");
    }
}
