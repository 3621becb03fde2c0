using System.CommandLine;
using CiFeatures.Cli.Hosting;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Docs;

/// <summary>Every verb and every option has an example in the guide; the examples are run by <see cref="GuideCommandsTests"/>.</summary>
public class GuideCoverageTests
{
    private readonly IReadOnlyList<GuideCommand> _commands =
        [.. Directory.GetFiles(Repository.PathOf("docs", "guide"), "*.md").SelectMany(GuideCommand.Of)];

    [Fact]
    public void Guide_EveryVerb_HasAnExample()
    {
        string[] missing = [.. Verbs().Where(v => !Examples(v.Words).Any()).Select(v => string.Join(' ', v.Words))];

        missing.ShouldBeEmpty("Verbs without an example in docs/guide");
    }

    [Fact]
    public void Guide_EveryOption_HasAnExample()
    {
        string[] missing =
        [
            .. Verbs().SelectMany(v => v.Command.Options
                .Where(o => !o.Recursive && o is not System.CommandLine.Help.HelpOption)
                .Where(o => !Examples(v.Words).Any(e => Uses(e, o)))
                .Select(o => $"{string.Join(' ', v.Words)} {o.Name}")),
        ];

        missing.ShouldBeEmpty("Options without an example in docs/guide");
    }

    [Fact]
    public void Guide_EveryGlobalOption_HasAnExample()
    {
        string[] missing = [.. Root().Options.Where(o => !_commands.Any(c => Uses(c, o))).Select(o => o.Name)];

        missing.ShouldBeEmpty("Global options without an example in docs/guide");
    }

    [Fact]
    public void CommandLine_EveryVerbAndOption_SaysWhatItIs()
    {
        string[] silent =
        [
            .. Verbs().SelectMany(v => new[] { (Name: v.Command.Name, v.Command.Description) }
                .Concat(v.Command.Options.Select(o => (o.Name, o.Description)))
                .Concat(v.Command.Arguments.Select(a => (a.Name, a.Description))))
                .Where(s => string.IsNullOrWhiteSpace(s.Description)).Select(s => s.Name),
        ];

        silent.ShouldBeEmpty("Without a description in --help");
    }

    private static RootCommand Root() =>
        CommandLine.Build(new AppEnvironment(TextWriter.Null, TextWriter.Null, TimeProvider.System, Path.GetTempPath(), false, false, false));

    private static IEnumerable<(IReadOnlyList<string> Words, Command Command)> Verbs() => Leaves([], Root());

    private static IEnumerable<(IReadOnlyList<string> Words, Command Command)> Leaves(IReadOnlyList<string> words, Command command) =>
        [.. command.Subcommands.Count == 0 || command.Arguments.Count > 0 ? [(words, command)] : Array.Empty<(IReadOnlyList<string>, Command)>(), .. command.Subcommands.SelectMany(s => Leaves([.. words, s.Name], s))];

    private static bool Uses(GuideCommand command, Option option) => command.Arguments.Any(a => a == option.Name || option.Aliases.Contains(a));

    private IEnumerable<GuideCommand> Examples(IReadOnlyList<string> words) => _commands.Where(c => c.Arguments.Take(words.Count).SequenceEqual(words));
}
