using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.BadInput;

/// <summary>Outputs that are there already or cannot be: told by place, and nothing is changed.</summary>
public sealed class OutputInTheWayTests(SampleStore store) : IClassFixture<SampleStore>, IDisposable
{
    private static readonly string[] JobOptions = ["--dashboard", SampleStore.Dashboard, "--job", SampleStore.Job];
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> FileVerbs => new()
    {
        { "tensor", "out.npz" },
        { "plot grid", "out.svg" },
        { "plot grid", "out.png" },
        { "plot series", "out.svg" },
        { "export notebook", "out.json" },
    };

    [Theory]
    [MemberData(nameof(FileVerbs))]
    public void FileVerb_OutputIsThere_IsRefusedAndReplacedOnlyByForce(string verb, string file)
    {
        File.WriteAllText(_folder.PathOf(file), "mine");

        ProgramRun.Expect(3, _folder.Path, Call(verb, file)).ShouldTell("CIF1705", _folder.PathOf(file));
        File.ReadAllText(_folder.PathOf(file)).ShouldBe("mine");
        ProgramRun.Expect(0, _folder.Path, [.. Call(verb, file), "--force"]);

        new FileInfo(_folder.PathOf(file)).Length.ShouldBeGreaterThan(100);
        FileTree.Names(_folder.Path).ShouldBe([file]);
    }

    [Theory]
    [MemberData(nameof(FileVerbs))]
    public void FileVerb_OutputIsAFolder_IsRefusedWithForceToo(string verb, string file)
    {
        Directory.CreateDirectory(_folder.PathOf(file, "kept"));

        ProgramRun.Expect(3, _folder.Path, [.. Call(verb, file), "--force"]).ShouldTell("CIF1705", _folder.PathOf(file));
        FileTree.Of(_folder.Path).ShouldBe([$"{file}/", $"{file}/kept/"]);
    }

    [Theory]
    [MemberData(nameof(FileVerbs))]
    public void FileVerb_OutputBelowAFile_IsRefused(string verb, string file)
    {
        File.WriteAllText(_folder.PathOf("file"), "mine");

        ProgramRun.Expect(3, _folder.Path, Call(verb, $"file/below/{file}")).ShouldTell("CIF1707", "below");
        File.ReadAllText(_folder.PathOf("file")).ShouldBe("mine");
        FileTree.Names(_folder.Path).ShouldBe(["file"]);
    }

    [Fact]
    public void Features_FileInTheWay_IsRefused()
    {
        File.WriteAllText(_folder.PathOf("out"), "mine");

        ProgramRun.Expect(3, _folder.Path, "features", "--from", store.Path, "--out", "out").ShouldTell("CIF1406", _folder.PathOf("out"));
        ProgramRun.Expect(3, _folder.Path, "features", "--from", store.Path, "--out", "out", "--force").ShouldTell("CIF1406", _folder.PathOf("out"));
        ProgramRun.Expect(3, _folder.Path, "features", "--from", store.Path, "--out", "out/below").ShouldTell("CIF1407", _folder.PathOf("out"));
        File.ReadAllText(_folder.PathOf("out")).ShouldBe("mine");
        FileTree.Names(_folder.Path).ShouldBe(["out"]);
    }

    [Fact]
    public void Features_DataSetIsThere_IsReplacedOnlyByForce()
    {
        string[] call = ["features", "--from", store.Path, "--out", "out"];
        ProgramRun.Expect(0, _folder.Path, [.. call, "--job", SampleStore.Job]);
        IReadOnlyList<string> before = FileTree.Of(_folder.Path);

        ProgramRun refused = ProgramRun.Expect(3, _folder.Path, call);
        refused.ShouldTell("CIF1406", _folder.PathOf("out"));
        refused.Error.ShouldContain("--force");
        FileTree.Of(_folder.Path).ShouldBe(before);

        ProgramRun.Expect(0, _folder.Path, [.. call, "--force"]);
        FileTree.Of(_folder.Path).ShouldNotBe(before);
        FileTree.Names(_folder.Path).ShouldBe(["out"]);
    }

    [Fact]
    public void Features_FolderWithOtherThings_IsNeverReplaced()
    {
        ProgramRun.Expect(0, _folder.Path, "features", "--from", store.Path, "--out", "out");
        File.WriteAllText(_folder.PathOf("out", "thesis.txt"), "mine");
        IReadOnlyList<string> before = FileTree.Of(_folder.Path);

        ProgramRun.Expect(3, _folder.Path, "features", "--from", store.Path, "--out", "out", "--force").Error.ShouldContain("thesis.txt");
        FileTree.Of(_folder.Path).ShouldBe(before);
    }

    [Fact]
    public void Features_OptionsThatLeaveNothing_LeaveNothing()
    {
        ProgramRun.Expect(3, _folder.Path, "features", "--from", store.Path, "--out", "new/out", "--job", "no-such-*").ShouldTell("CIF1706", "--job");
        FileTree.Of(_folder.PathOf("new")).ShouldBeEmpty();
    }

    [Fact]
    public void Import_StoreIsAFileOrBelowOne_IsRefused()
    {
        File.WriteAllText(_folder.PathOf("file"), "mine");

        ProgramRun.Expect(3, _folder.Path, "import", "testgrid", SampleStore.Answers, "--into", "file").ShouldTell("CIF1202", _folder.PathOf("file"));
        ProgramRun.Expect(3, _folder.Path, "import", "testgrid", SampleStore.Answers, "--into", "file/below").ShouldTell("CIF1202", _folder.PathOf("file"));
        FileTree.Names(_folder.Path).ShouldBe(["file"]);
        File.ReadAllText(_folder.PathOf("file")).ShouldBe("mine");
    }

    [Fact]
    public void Simulate_FolderWithOtherThings_IsRefused()
    {
        Directory.CreateDirectory(_folder.PathOf("tree"));
        File.WriteAllText(_folder.PathOf("tree", "thesis.txt"), "mine");

        ProgramRun run = ProgramRun.Expect(3, _folder.Path, "simulate", "--seed", "1", "--tree", "tree", "--dashboards", "1", "--jobs", "1");

        run.Error.ShouldContain(_folder.PathOf("tree"));
        FileTree.Names(_folder.PathOf("tree")).ShouldBe(["thesis.txt"]);
    }

    public void Dispose() => _folder.Dispose();

    private string[] Call(string verb, string file) =>
        [.. verb.Split(' '), "--from", store.Path, .. verb == "export notebook" ? [] : JobOptions, .. verb == "plot series" ? ["--test", "Overall"] : Array.Empty<string>(), "--out", file];
}
