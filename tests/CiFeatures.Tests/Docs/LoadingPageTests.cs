using System.Text.Json;
using System.Text.RegularExpressions;
using CiFeatures.Tests.Formats.Interop;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>Every example of the page on loading runs, and finds in the files what it says.</summary>
public partial class LoadingPageTests(LoadingPage page) : IClassFixture<LoadingPage>
{
    public static TheoryData<int> Python => [.. LoadingPage.Blocks("python").Select(b => b.Line)];

    public static TheoryData<int> Sql => [.. LoadingPage.Blocks("sql").Select(b => b.Line)];

    [SkippableTheory]
    [MemberData(nameof(Python))]
    public void Python_Example_RunsAndItsAssertionsHold(int line)
    {
        GuideBlock block = LoadingPage.Blocks("python").Single(b => b.Line == line);
        string[] needs = LoadingPage.Needs(block);
        needs.ShouldNotBeEmpty(block.FirstLine);
        bool isHelp = LoadingPage.FileOf(block) is not null;
        (isHelp || Assertion().IsMatch(block.Text)).ShouldBeTrue("An example without an assertion cannot fail.");

        string output = Peers.PythonFile(page.Folder, page.Save(block, ".py"), needs);

        if (!isHelp)
        {
            output.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Sql))]
    public void Sql_Example_GivesRowsAndItsChecksHold(int line)
    {
        GuideBlock block = LoadingPage.Blocks("sql").Single(b => b.Line == line);
        LoadingPage.Needs(block).ShouldBe(["DuckDB"]);
        bool isCheck = block.FirstLine.EndsWith("Check.", StringComparison.Ordinal);

        JsonElement rows = Peers.Node("duckdb-page.mjs", page.Folder, page.Save(block, ".sql"));

        rows.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (JsonElement row in rows.EnumerateArray())
        {
            row.TryGetProperty("agrees", out JsonElement agrees).ShouldBe(isCheck);
            (!isCheck || agrees.GetBoolean()).ShouldBeTrue(row.ToString());
        }
    }

    [Fact]
    public void Page_EveryTool_HasAnExample()
    {
        string[] tools = [.. LoadingPage.Blocks("python").Concat(LoadingPage.Blocks("sql")).SelectMany(LoadingPage.Needs).Distinct()];

        tools.ShouldBe(["pandas", "pyarrow", "numpy", "polars", "sklearn", "DuckDB"], ignoreOrder: true);
        LoadingPage.Blocks("sql").Count(b => b.FirstLine.EndsWith("Check.", StringComparison.Ordinal)).ShouldBeGreaterThan(1);
    }

    // ML.NET is not everywhere; where it is, tests/CiFeatures.MLNet.Tests compiles and runs these regions.
    [Fact]
    public void Csharp_Examples_AreTheRegionsThatTheMLNetTestsRun()
    {
        string source = File.ReadAllText(Repository.PathOf("tests", "CiFeatures.MLNet.Tests", "Docs", "LoadingExamples.cs"));
        string[] regions = [.. Region().Matches(source).Select(m => Unindented(m.Groups[1].Value))];

        regions.Length.ShouldBeGreaterThan(2);
        LoadingPage.Blocks("csharp").Select(b => b.Text).ShouldBe(regions);
    }

    private static string Unindented(string text)
    {
        string[] lines = text.Split('\n')[..^1];
        int indent = lines.Where(l => l.Trim().Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Concat(lines.Select(l => (l.Length > indent ? l[indent..] : "") + "\n"));
    }

    [GeneratedRegex(@"^ *assert ", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex Assertion();

    [GeneratedRegex(@"#region [^\n]*\n(.*?)(?<=\n)[ ]*(?:\n[ ]*)?#endregion", RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex Region();
}
