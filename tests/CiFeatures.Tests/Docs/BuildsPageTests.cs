using CiFeatures.Tests.Formats.Interop;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The examples of the page on builds in other languages run on the files that its commands make.</summary>
public sealed class BuildsPageTests : IDisposable
{
    private static readonly string Page = Repository.PathOf("docs", "guide", "builds.md");

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Python => [.. GuideBlock.Of(Page).Where(b => b.Language == "python").Select(b => b.Line)];

    [SkippableTheory]
    [MemberData(nameof(Python))]
    public async Task Python_Example_RunsAndItsAssertionsHold(int line)
    {
        GuideBlock block = GuideBlock.Of(Page).Single(b => b.Line == line);
        block.Text.ShouldContain("\nassert ");
        await RunCommandsAsync();

        Peers.PythonFile(_folder.Path, Save(block, "example.py"), LoadingPage.Needs(block)).ShouldNotBeNullOrWhiteSpace();
    }

    [SkippableFact]
    public async Task Sql_Join_GivesARowForEveryRun()
    {
        GuideBlock block = GuideBlock.Of(Page).Single(b => b.Language == "sql");
        await RunCommandsAsync();

        Peers.Node("duckdb-page.mjs", _folder.Path, Save(block, "example.sql")).GetArrayLength().ShouldBe(5);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunCommandsAsync()
    {
        SampleCopy.MakeBucket(_folder.PathOf("bucket"));
        foreach (GuideCommand command in GuideCommand.Of(Page))
        {
            CliRun run = await CliRun.StartAsync(_folder.Path, [.. command.Arguments]);
            run.ExitCode.ShouldBe(command.ExitCode, $"{command}\n{run.Error}");
        }
    }

    private string Save(GuideBlock block, string name)
    {
        string path = _folder.PathOf(name);
        File.WriteAllText(path, block.Text);
        return path;
    }
}
