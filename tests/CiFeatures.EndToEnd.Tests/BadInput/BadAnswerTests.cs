using System.Globalization;
using CiFeatures.EndToEnd.Tests.Support;

namespace CiFeatures.EndToEnd.Tests.BadInput;

/// <summary>Answers that are none: each is told by code and place and left out, and the others come in.</summary>
public sealed class BadAnswerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("truncated gzip", "CIF1107")]
    [InlineData("truncated json", "CIF1101")]
    [InlineData("html", "CIF1101")]
    [InlineData("a summary", "CIF1104")]
    [InlineData("a list", "CIF1104")]
    [InlineData("a number", "CIF1104")]
    [InlineData("tests is a text", "CIF1106")]
    [InlineData("timestamps is an object", "CIF1106")]
    [InlineData("deep lists", "CIF1102")]
    [InlineData("deep objects in a field that nobody reads", "CIF1102")]
    [InlineData("not utf-8", "CIF1101")]
    [InlineData("empty file", "CIF1224")]
    [InlineData("a folder", "CIF1224")]
    public void Import_TableThatIsNone_IsLeftOutByNameAndStrictStops(string kind, string code)
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        WriteBad(tree, kind);
        IReadOnlyList<string> before = FileTree.Of(tree.Root);

        ProgramRun strict = ProgramRun.Expect(3, _folder.Path, "import", "testgrid", "answers", "--into", "strict", "--strict");
        strict.ShouldTell(code, AnswerTree.BadJob);
        Directory.Exists(_folder.PathOf("strict")).ShouldBeFalse();

        ProgramRun run = ProgramRun.Expect(5, _folder.Path, "import", "testgrid", "answers", "--into", "store");
        run.Error.ShouldContain($"skipped board/table/{AnswerTree.BadJob}.json");
        run.Error.ShouldContain(code);
        FileTree.Of(tree.Root).ShouldBe(before);

        Dictionary<string, string[]> jobs = Jobs("store");
        jobs[AnswerTree.GoodJob].ShouldBe(["true", "2"]);
        jobs[AnswerTree.BadJob].ShouldBe(["false", ""]);
    }

    [Theory]
    [InlineData("a table", "CIF1105")]
    [InlineData("html", "CIF1101")]
    [InlineData("truncated json", "CIF1101")]
    [InlineData("empty file", "CIF1224")]
    public void Import_SummaryThatIsNone_IsLeftOutAndTablesComeIn(string kind, string code)
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        tree.Write("summary.json", kind switch
        {
            "a table" => AnswerTree.Table("summary"),
            "html" => "<!doctype html><title>502</title>",
            "truncated json" => AnswerTree.Summary("\"a\"")[..^5],
            _ => "",
        });

        ProgramRun.Expect(5, _folder.Path, "import", "testgrid", "answers", "--into", "store").Error.ShouldContain(code);
        Jobs("store").Keys.ShouldBe([AnswerTree.GoodJob]);
    }

    [Theory]
    [InlineData("""{"name":"second","statuses":[{"count":1000000000,"value":1}]}""", "CIF1120", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":9223372036854775807,"value":1},{"count":9223372036854775807,"value":1}]}""", "CIF1120", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":4,"value":1}]}""", "CIF1120", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":1,"value":1}]}""", "CIF1121", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":-3,"value":1},{"count":3,"value":1}]}""", "CIF1122", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":3,"value":99}]}""", "CIF1123", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":"three","value":1}]}""", "CIF1124", 1)]
    [InlineData("""{"statuses":[{"count":3,"value":1}]}""", "CIF1124", 1)]
    [InlineData("""{"name":"first","statuses":[{"count":3,"value":1}]}""", "CIF1125", 2)]
    [InlineData("""{"name":"second","statuses":[{"count":3,"value":1}],"messages":["a","b","c","d","e"]}""", "CIF1126", 2)]
    public void Import_RowThatDoesNotFit_IsRepairedAndToldByJobAndTest(string row, string code, int rows)
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        tree.Write($"table/{AnswerTree.BadJob}.json", AnswerTree.Table(AnswerTree.BadJob, row));

        ProgramRun run = ProgramRun.Expect(0, _folder.Path, "import", "testgrid", "answers", "--into", "store", "-v");

        run.Error.ShouldContain(code);
        run.Error.ShouldContain(AnswerTree.BadJob);
        Jobs("store")[AnswerTree.BadJob].ShouldBe(["true", rows.ToString(CultureInfo.InvariantCulture)]);
    }

    [Fact]
    public void Import_AnswerOfAnotherJob_IsNoted()
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        tree.Write($"table/{AnswerTree.BadJob}.json", AnswerTree.Table("something-else"));

        ProgramRun run = ProgramRun.Expect(0, _folder.Path, "import", "testgrid", "answers", "--into", "store", "-v");

        run.Error.ShouldContain("CIF1132");
        run.Error.ShouldContain(AnswerTree.BadJob);
    }

    [Theory]
    [InlineData("""{"test-group-name":"bad-job","query":"bad-job","timestamps":[],"tests":[]}""")]
    [InlineData("""{"test-group-name":"bad-job","query":"bad-job","timestamps":null,"tests":null}""")]
    public void Features_EmptyAnswer_IsAJobWithoutTests(string answer)
    {
        AnswerTree tree = AnswerTree.WithOneGoodJob(_folder.PathOf("answers"));
        tree.Write($"table/{AnswerTree.BadJob}.json", answer);
        ProgramRun.Expect(0, _folder.Path, "import", "testgrid", "answers", "--into", "store");

        Jobs("store")[AnswerTree.BadJob].ShouldBe(["true", "0"]);
        foreach (string[] call in new string[][] { ["tensor", "--out", "t.npz"], ["plot", "grid", "--out", "g.svg"], ["plot", "grid", "--out", "g.png"] })
        {
            ProgramRun.Expect(0, _folder.Path, [.. call, "--from", "store", "--dashboard", AnswerTree.Dashboard, "--job", AnswerTree.BadJob]);
        }
    }

    [Fact]
    public void Import_NothingThatIsAnAnswer_LeavesNoStore()
    {
        var tree = new AnswerTree(_folder.PathOf("answers"));
        tree.Write("summary.json", "<html>");

        ProgramRun.Expect(3, _folder.Path, "import", "testgrid", "answers", "--into", "store").ShouldTell("CIF1221", "answers");
        FileTree.Names(_folder.Path).ShouldBe(["answers"]);
    }

    public void Dispose() => _folder.Dispose();

    // Of each job: whether it has a table, and how many tests.
    private Dictionary<string, string[]> Jobs(string store)
    {
        ProgramRun.Expect(0, _folder.Path, "features", "--from", store, "--out", "features", "--format", "csv");
        string[][] rows = [.. File.ReadLines(_folder.PathOf("features", "jobs.csv")).Select(l => l.Split(','))];
        int[] columns = [.. new[] { "job", "has_table", "tests" }.Select(c => Array.IndexOf(rows[0], c))];
        return rows.Skip(1).ToDictionary(r => r[columns[0]], r => new[] { r[columns[1]], r[columns[2]] }, StringComparer.Ordinal);
    }

    private static void WriteBad(AnswerTree tree, string kind)
    {
        string good = AnswerTree.Table(AnswerTree.BadJob);
        string path = $"table/{AnswerTree.BadJob}.json";
        switch (kind)
        {
            case "truncated gzip":
                tree.Write(path + ".gz", AnswerTree.Gzip(good)[..^20]);
                break;
            case "not utf-8":
                tree.Write(path, [.. """{"timestamps":[1],"tests":[{"name":"""u8, (byte)'"', 0xFF, 0xFE, (byte)'"', .. """,statuses":[]}]}"""u8]);
                break;
            case "a folder":
                Directory.CreateDirectory(tree.PathOf(path));
                break;
            default:
                tree.Write(path, kind switch
                {
                    "truncated json" => good[..(good.Length / 2)],
                    "html" => "<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>",
                    "a summary" => AnswerTree.Summary("\"a\"", "\"b\""),
                    "a list" => "[1,2,3]",
                    "a number" => "42",
                    "tests is a text" => """{"timestamps":[1,2],"tests":"none"}""",
                    "timestamps is an object" => """{"timestamps":{"a":1},"tests":[]}""",
                    "deep lists" => $$"""{"timestamps":[1],"tests":{{new string('[', 100_000)}}{{new string(']', 100_000)}}}""",
                    "deep objects in a field that nobody reads" => $$"""{"timestamps":[1],"tests":[],"else":{{string.Concat(Enumerable.Repeat("{\"a\":", 100_000))}}1{{new string('}', 100_000)}}}""",
                    "empty file" => "",
                    _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of bad answer."),
                });
                break;
        }
    }
}
