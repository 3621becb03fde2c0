using CiFeatures.Collection.Artifacts;

namespace CiFeatures.Tests.Collection.Artifacts;

public class ArtifactNamesTests
{
    [Theory]
    [InlineData("build-log.txt", true)]
    [InlineData("a b~c%20d", true)]
    [InlineData("100%", true)]
    [InlineData("...", true)]
    [InlineData("", false)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("%2e%2e", false)]
    [InlineData("%2E.", false)]
    [InlineData("a%2Fb", false)]
    [InlineData("a%5cb", false)]
    [InlineData("a%00b", false)]
    [InlineData("a\nb", false)]
    [InlineData("a\u0085b", false)]
    public void IsPlain_SaysWhatCanBeFollowed(string name, bool plain) => ArtifactNames.IsPlain(name).ShouldBe(plain);

    [Theory]
    [InlineData("logs/j/", "logs/j/1/", false, "1")]
    [InlineData("logs/j/", "logs/j/x.txt", false, "x.txt")]
    [InlineData("logs/j/", "logs/j/1/x", false, null)]
    [InlineData("logs/j/", "logs/j/1/x", true, "1/x")]
    [InlineData("logs/j/", "logs/j/", false, null)]
    [InlineData("logs/j/", "logs/k/1", false, null)]
    [InlineData("logs/j/", "logs/j/../k", true, null)]
    [InlineData("logs/j/", "logs/j//x", true, null)]
    public void Below_GivesThePathOrNothing(string folder, string name, bool tree, string? expected) => ArtifactNames.Below(folder, name, tree).ShouldBe(expected);
}
