using System.Text.RegularExpressions;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>The page on loading: a folder with the files that its commands make, and its examples.</summary>
public sealed partial class LoadingPage : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal static string Path => Repository.PathOf("docs", "guide", "loading.md");

    internal string Folder => _folder.Path;

    public async Task InitializeAsync()
    {
        SampleCopy.Make(_folder.PathOf("sample"));
        foreach (GuideCommand command in GuideCommand.Of(Path))
        {
            CliRun run = await CliRun.StartAsync(Folder, [.. command.Arguments]);
            run.ExitCode.ShouldBe(command.ExitCode, $"{command}\n{run.Error}");
        }

        foreach (GuideBlock block in Blocks("python"))
        {
            if (FileOf(block) is { } name)
            {
                await File.WriteAllTextAsync(_folder.PathOf(name), block.Text);
            }
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal static IEnumerable<GuideBlock> Blocks(string language) => GuideBlock.Of(Path).Where(b => b.Language == language);

    /// <summary>The name of the file that the block is to be saved as; null when it is only run.</summary>
    internal static string? FileOf(GuideBlock block) => FileName().Match(block.FirstLine) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>What the first line says is needed.</summary>
    internal static string[] Needs(GuideBlock block) => Needed().Match(block.FirstLine) is { Success: true } match ? match.Groups[1].Value.Split(", ") : [];

    /// <summary>Writes a block into the folder, so that it can be run there.</summary>
    internal string Save(GuideBlock block, string ending)
    {
        string path = _folder.PathOf($"line{block.Line}{ending}");
        File.WriteAllText(path, block.Text);
        return path;
    }

    [GeneratedRegex(@"^# (\w+\.py)\. ", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FileName();

    [GeneratedRegex(@"Needs ([\w, ]+)\.", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Needed();
}
