using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.BadInput;

/// <summary>Names that would lead out of a folder, end a string early or move the cursor of a terminal.</summary>
public sealed class HostileNameTests : IDisposable
{
    private static readonly (string Name, string File)[] Jobs =
    [
        ("../../escape", "%2E.%2F..%2Fescape"),
        ("a/b\\c", "a%2Fb%5Cc"),
        ("nul\0inside", "nul%00inside"),
        ("..", "%2E%2E"),
        ("\u001b[31mred", "%1B[31mred"),
        ("new\nline", "new%0Aline"),
        ("=1+1", "=1+1"),
    ];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ImportAndFeatures_HostileNames_KeepTheNamesAndStayInTheirFolders()
    {
        var tree = new AnswerTree(_folder.PathOf("in", "answers"));
        tree.Write("summary.json", AnswerTree.Summary([.. Jobs.Select(j => JsonSerializer.Serialize(j.Name))]));
        foreach ((_, string file) in Jobs)
        {
            tree.Write($"table/{file}.json", AnswerTree.Table("x"));
        }

        IReadOnlyList<string> input = FileTree.Of(tree.Root);
        string work = Directory.CreateDirectory(_folder.PathOf("in", "work")).FullName;
        ProgramRun imported = ProgramRun.Expect(0, work, "import", "testgrid", "../answers", "--into", "store", "-v");
        ProgramRun features = ProgramRun.Expect(0, work, "features", "--from", "store", "--out", "out", "--format", "csv", "--with-cells", "-v");
        ProgramRun exported = ProgramRun.Expect(0, work, "export", "notebook", "--from", "store", "--out", "n.json");

        FileTree.Of(tree.Root).ShouldBe(input);
        FileTree.Names(_folder.Path).ShouldBe(["in"]);
        FileTree.Names(_folder.PathOf("in")).ShouldBe(["answers", "work"]);
        FileTree.Names(work).ShouldBe(["n.json", "out", "store"]);
        string all = imported.Output + imported.Error + features.Output + features.Error + exported.Error;
        all.ShouldNotContain("\u001b");
        all.ShouldNotContain("\0");

        using JsonDocument notebook = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(work, "n.json")));
        notebook.RootElement.GetProperty(AnswerTree.Dashboard).EnumerateObject().Select(j => j.Name).Order(StringComparer.Ordinal)
            .ShouldBe(Jobs.Select(j => j.Name).Order(StringComparer.Ordinal));
        string[] stored = [.. Directory.EnumerateFiles(Path.Combine(work, "store"), "*.json.gz", SearchOption.AllDirectories).Select(f => Path.GetFileName(f))];
        stored.Length.ShouldBe(Jobs.Length + 1);
        stored.ShouldAllBe(f => f.All(c => c > ' ' && c < '\x7f'));
        ProgramRun.Expect(0, work, "store", "verify", "store");
    }

    [Fact]
    public void Tensor_JobWithSlashes_IsFoundByItsTrueName()
    {
        var tree = new AnswerTree(_folder.PathOf("answers"));
        tree.Write("table/%2E.%2F..%2Fescape.json", AnswerTree.Table("escape"));
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", "answers", "--into", "store");

        ProgramRun.Expect(0, _folder.Path, "tensor", "--from", "store", "--dashboard", AnswerTree.Dashboard, "--job", "../../escape", "--out", "t.npz");

        FileTree.Names(_folder.Path).ShouldBe(["answers", "store", "t.npz"]);
    }

    [Fact]
    public void Features_FormulasInCsv_AreNeutralisedOnRequest()
    {
        var tree = new AnswerTree(_folder.PathOf("answers"));
        tree.Write("table/=1+1.json", AnswerTree.Table("=1+1"));
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", "answers", "--into", "store");
        ProgramRun.Expect(0, _folder.Path, "features", "--from", "store", "--out", "safe", "--format", "csv", "--escape-formulas");

        File.ReadAllText(_folder.PathOf("safe", "jobs.csv")).ShouldContain("'=1+1");
    }

    public void Dispose() => _folder.Dispose();
}
