using CiFeatures.Cli.Hosting;

namespace CiFeatures.Tests.Cli.Hosting;

public class GlobsTests
{
    [Theory]
    [InlineData("cells*", "cells_pass", true)]
    [InlineData("cells*", "recent_cells_passed", false)]
    [InlineData("*4.?-informing", "release-4.8-informing", true)]
    [InlineData("Jobs", "jobs", false)]
    [InlineData("job [1]", "job [1]", true)]
    public void Match_OnePattern_UsesStarAndQuestionMarkOnly(string pattern, string name, bool matches)
    {
        Globs.Match([pattern], name).ShouldBe(matches);
    }

    [Fact]
    public void Match_NoPatterns_MatchesEverything()
    {
        Globs.Match(null, "x").ShouldBeTrue();
        Globs.Match([], "x").ShouldBeTrue();
    }
}
