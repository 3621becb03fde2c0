using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>Every command of the guide and of the README does what the page says, from top to bottom in an empty folder with the sample in it.</summary>
public class GuideCommandsTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.GetFiles(Repository.PathOf("docs", "guide"), "*.md").Select(p => Path.GetRelativePath(Repository.Root, p)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_ItsCommandsInOrder_EndWithTheStatedExitCode(string page)
    {
        using var folder = new TemporaryFolder();
        SampleCopy.MakeAll(folder.Path);
        using var service = new TemporaryFolder();
        await using var site = new GuideSite(folder.PathOf("sample"), service.PathOf("store"));
        foreach (GuideCommand command in GuideCommand.Of(Repository.PathOf(page)))
        {
            CliRun run = await CliRun.StartAsync(folder.Path, await site.FillInAsync(command.Arguments));

            run.ExitCode.ShouldBe(command.ExitCode, $"{command}\n{run.Output}\n{run.Error}");
            if (command.ExitCode == 0)
            {
                run.Output.ShouldNotBeNullOrWhiteSpace(command.ToString());
            }
        }
    }
}
