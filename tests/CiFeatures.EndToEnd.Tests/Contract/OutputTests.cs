using System.Text.Json;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.Contract;

/// <summary>Help, version, JSON and plain text of every verb.</summary>
public sealed class OutputTests(SampleStore store) : IClassFixture<SampleStore>, IDisposable
{
    private static readonly string[] Verbs =
        ["", "demo", "import", "import testgrid", "store", "store list", "store verify", "features", "tensor", "export", "export notebook", "describe", "plot", "plot grid", "plot series", "simulate", "dictionary", "completion"];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> AllVerbs => [.. Verbs];

    [Theory]
    [MemberData(nameof(AllVerbs))]
    public void Help_OfEveryVerb_IsOnStdout(string verb)
    {
        ProgramRun run = ProgramRun.Expect(0, _folder.Path, [.. Words(verb), "--help"]);

        run.Output.ShouldContain("Usage:");
        run.Output.ShouldContain(verb.Length == 0 ? "cifeatures" : $"cifeatures {verb}");
        run.Error.ShouldBeEmpty();
        FileTree.Of(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Help_OfTheRoot_NamesEveryVerb()
    {
        string help = ProgramRun.Expect(0, _folder.Path, "--help").Output;

        foreach (string verb in Verbs.Where(v => v.Length > 0).Select(v => v.Split(' ')[0]))
        {
            help.ShouldContain($"  {verb}");
        }
    }

    [Fact]
    public void Version_IsOneLine()
    {
        ProgramRun run = ProgramRun.Expect(0, _folder.Path, "--version");

        run.Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+\S*$");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Json_OfEveryVerb_IsOneDocumentWithItsSchema()
    {
        string[] job = ["--from", store.Path, "--dashboard", SampleStore.Dashboard, "--job", SampleStore.Job];
        (string Schema, string[] Call)[] calls =
        [
            ("import-testgrid", ["import", "testgrid", SampleStore.Answers, "--into", "store"]),
            ("store-list", ["store", "list", store.Path]),
            ("store-verify", ["store", "verify", store.Path]),
            ("features", ["features", "--from", store.Path, "--out", "features"]),
            ("describe", ["describe", "features", "--table", "tests"]),
            ("dictionary", ["dictionary"]),
            ("tensor", ["tensor", .. job, "--out", "t.npz"]),
            ("export-notebook", ["export", "notebook", "--from", store.Path, "--out", "n.json"]),
            ("plot", ["plot", "grid", .. job, "--out", "g.svg"]),
            ("plot", ["plot", "series", .. job, "--test", "Overall", "--out", "s.png"]),
            ("simulate", ["simulate", "--seed", "1", "--into", "simulated", "--dashboards", "1", "--jobs", "1", "--tests-scale", "0.1"]),
            ("demo", ["demo", "--out", "demo"]),
        ];

        foreach ((string schema, string[] call) in calls)
        {
            JsonElement document = Json.Parse(ProgramRun.Expect(0, _folder.Path, [.. call, "--json"]));

            document.GetProperty("schema").GetString().ShouldBe($"cifeatures/{schema}/v1");
        }
    }

    [Fact]
    public void Output_Redirected_HasNoEscapesWhateverTheTerminalSays()
    {
        foreach (string[] call in new string[][] { ["demo"], ["--help"], ["describe", "cifeatures-demo/features", "--table", "jobs"], ["features", "--from", "nowhere", "--out", "x"], ["featurs"] })
        {
            ProgramRun run = ProgramRun.Call(_folder.Path, call);

            (run.Output + run.Error).ShouldNotContain("\u001b");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Words(string verb) => verb.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
