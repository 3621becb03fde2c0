using CiFeatures.Collection.TestGrid.Choice;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.TestGrid.Choice;

public class NamePatternTests
{
    [Theory]
    [InlineData("sig-node", "sig-node", true)]
    [InlineData("sig-node", "SIG-node", false)]
    [InlineData("sig-node", "sig-node2", false)]
    [InlineData("sig-*", "sig-", true)]
    [InlineData("sig-*", "a-sig-node", false)]
    [InlineData("*4.?-*", "release-4.8-blocking", true)]
    [InlineData("*4.?-*", "release-4.18-blocking", false)]
    [InlineData("a.b", "axb", false)]
    [InlineData("a[b]", "a[b]", true)]
    [InlineData("re:^sig-(node|cli)$", "sig-cli", true)]
    [InlineData("re:^sig-(node|cli)$", "sig-clip", false)]
    [InlineData("re:node", "sig-node-x", true)]
    [InlineData("re:Node", "sig-node-x", false)]
    [InlineData("*", "\U0001F600 anything / at all", true)]
    public void Matches_NamesGlobsAndExpressions(string pattern, string name, bool matches)
    {
        new NamePattern(pattern, "job").Matches(name).ShouldBe(matches);
    }

    [Theory]
    [InlineData("name", true)]
    [InlineData("na.me+(x)", true)]
    [InlineData("n?me", false)]
    [InlineData("*", false)]
    [InlineData("re:name", false)]
    public void IsName_WhereNobodyHasToBeAsked(string pattern, bool isName)
    {
        new NamePattern(pattern, "job").IsName.ShouldBe(isName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("re:(")]
    [InlineData("re:(?=look)around")]
    [InlineData("re:(a)\\1")]
    public void Pattern_ThatCannotBeUsed_IsAUsageErrorThatNamesTheSetting(string pattern)
    {
        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => new NamePattern(pattern, "exclude-job"));

        (error.Code, error.Kind).ShouldBe(("CIF1236", ErrorKind.Usage));
        error.Place.ShouldContain("exclude-job");
        error.Remedy.ShouldNotBeEmpty();
    }

    [Fact]
    public void Matches_ExpressionThatWouldBacktrackForYears_IsDoneAtOnce()
    {
        var pattern = new NamePattern("re:^(a+)+$", "job");

        pattern.Matches(new string('a', 5000) + "!").ShouldBeFalse();
    }
}
