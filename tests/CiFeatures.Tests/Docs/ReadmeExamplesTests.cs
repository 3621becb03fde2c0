using CiFeatures.Tests.Formats.Interop;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The examples of the README in other languages run on the files that its commands make.</summary>
public sealed class ReadmeExamplesTests : IDisposable
{
    private static readonly string Page = Repository.PathOf("README.md");

    private readonly TemporaryFolder _folder = new();

    [SkippableFact]
    public async Task Python_Example_RunsAndItsAssertionHolds()
    {
        GuideBlock block = GuideBlock.Of(Page).Single(b => b.Language == "python");
        block.Text.ShouldContain("\nassert ");
        await RunCommandsAsync();

        string output = Peers.PythonFile(_folder.Path, Save(block, "example.py"), LoadingPage.Needs(block));

        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(5);
    }

    [SkippableFact]
    public async Task Sql_Example_GivesRows()
    {
        GuideBlock block = GuideBlock.Of(Page).Single(b => b.Language == "sql");
        await RunCommandsAsync();

        Peers.Node("duckdb-page.mjs", _folder.Path, Save(block, "example.sql")).GetArrayLength().ShouldBe(10);
    }

    public void Dispose() => _folder.Dispose();

    private async Task RunCommandsAsync()
    {
        SampleCopy.Make(_folder.PathOf("sample"));
        using var service = new TemporaryFolder();
        await using var site = new GuideSite(_folder.PathOf("sample"), service.PathOf("store"));
        foreach (GuideCommand command in GuideCommand.Of(Page))
        {
            CliRun run = await CliRun.StartAsync(_folder.Path, await site.FillInAsync(command.Arguments));
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
