using System.CommandLine;
using CiFeatures.Cli.Hosting;

namespace CiFeatures.Tests.Cli.Hosting;

public class SuggestionsTests
{
    private readonly RootCommand _root = new()
    {
        new Option<bool>("--quiet") { Recursive = true },
        new Option<bool>("--other"),
        new Command("features") { new Option<bool>("--force"), new Option<string>("--from"), new Option<string>("--threads") },
        new Command("store"),
        new Command("score"),
    };

    private Command Features => _root.Subcommands[0];

    [Theory]
    [InlineData("featurs", "features")]
    [InlineData("storr", "store")]
    [InlineData("feature", "features")]
    public void For_MistypedVerb_NamesItFirst(string word, string expected)
    {
        Suggestions.For(word, _root)[0].ShouldBe(expected);
    }

    [Theory]
    [InlineData("--froce", "--force")]
    [InlineData("--thread", "--threads")]
    [InlineData("--qiet", "--quiet")]
    public void For_MistypedOption_NamesItFirstAlsoFromAbove(string word, string expected)
    {
        Suggestions.For(word, Features)[0].ShouldBe(expected);
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("--othr")]
    public void For_NothingNear_IsEmpty(string word)
    {
        Suggestions.For(word, Features).ShouldBeEmpty();
    }
}
