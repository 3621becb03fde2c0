using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.BadInput;

/// <summary>A disk that fills up while something is written: the file is named, the former output stays whole, and nothing half is left.</summary>
public sealed class FullDiskTests(SampleStore store) : IClassFixture<SampleStore>, IDisposable
{
    private readonly TemporaryFolder _work = new();

    [SkippableFact]
    public void Import_DiskFull_KeepsTheFormerSnapshotAndLeavesNoOther()
    {
        AnswerTree small = AnswerTree.WithOneGoodJob(_work.PathOf("answers"));
        using var disk = new SmallDisk(256);
        ProgramRun.Expect(0, _work.Path, "import", "testgrid", small.Root, "--into", disk.PathOf("store"), "--at", "2026-06-30T12:00:00Z");
        IReadOnlyList<string> before = FileTree.Of(disk.Path);
        disk.Fill(freeBytes: 40_000);

        ProgramRun run = ProgramRun.Expect(3, _work.Path, "import", "testgrid", SampleStore.Answers, "--into", disk.PathOf("store"), "--at", "2026-07-01T12:00:00Z");

        run.ShouldTell("CIF1207", disk.PathOf("store"));
        File.Delete(disk.PathOf("filler"));
        FileTree.Of(disk.Path).ShouldBe(before);
        ProgramRun.Expect(0, _work.Path, "store", "verify", disk.PathOf("store"));
    }

    [SkippableTheory]
    [InlineData("parquet", 0)]
    [InlineData("parquet", 30_000)]
    [InlineData("csv", 0)]
    [InlineData("csv", 30_000)]
    [InlineData("npz", 0)]
    [InlineData("npz", 30_000)]
    public void Features_DiskFull_KeepsTheFormerDataSetAndLeavesNothingHalf(string format, int freeBytes)
    {
        using var disk = new SmallDisk(1024);
        string[] call = ["features", "--from", store.Path, "--out", disk.PathOf("out"), "--format", format];
        ProgramRun.Expect(0, _work.Path, [.. call, "--job", SampleStore.Job]);
        IReadOnlyList<string> before = FileTree.Of(disk.Path);
        disk.Fill(freeBytes);

        ProgramRun run = ProgramRun.Expect(3, _work.Path, [.. call, "--force"]);

        run.ShouldTell("CIF1407", disk.PathOf("out"));
        run.Error.ShouldContain("space");
        File.Delete(disk.PathOf("filler"));
        FileTree.Of(disk.Path).ShouldBe(before);
    }

    [SkippableTheory]
    [InlineData("tensor", "out.npz")]
    [InlineData("plot grid", "out.svg")]
    [InlineData("plot grid", "out.png")]
    [InlineData("export notebook", "out.json")]
    public void FileVerb_DiskFull_KeepsTheFormerFile(string verb, string file)
    {
        using var disk = new SmallDisk(256);
        File.WriteAllText(disk.PathOf(file), "mine");
        disk.Fill(freeBytes: 4096);
        string[] job = verb == "export notebook" ? [] : ["--dashboard", SampleStore.Dashboard, "--job", SampleStore.Job];

        ProgramRun run = ProgramRun.Expect(3, _work.Path, [.. verb.Split(' '), "--from", store.Path, .. job, "--out", disk.PathOf(file), "--force"]);

        run.ShouldTell("CIF1707", disk.PathOf(file));
        run.Error.ShouldContain("space");
        File.ReadAllText(disk.PathOf(file)).ShouldBe("mine");
        FileTree.Names(disk.Path).ShouldBe(["filler", file]);
    }

    public void Dispose() => _work.Dispose();
}
