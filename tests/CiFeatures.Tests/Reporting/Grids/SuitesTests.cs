using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Grids;

namespace CiFeatures.Tests.Reporting.Grids;

public class SuitesTests
{
    [Theory]
    [InlineData("openshift-tests.[sig-storage] In-tree [sig-apps]", "sig-storage")]
    [InlineData("operator.Run multi-stage test", "operator")]
    [InlineData("Operator results.operator conditions", "(no suite)")]
    [InlineData("Overall", "(no suite)")]
    [InlineData(".x", "(no suite)")]
    [InlineData("[sig-open", "(no suite)")]
    [InlineData("", "(no suite)")]
    public void Of_Name_GivesTheSuite(string name, string expected)
    {
        Suites.Of(name).ShouldBe(expected);
    }

    [Fact]
    public void Group_ManySuites_KeepsTheLargestAndLosesNothing()
    {
        TestFacts[] tests = [.. Enumerable.Range(0, 5000).Select(i => new TestFacts(i, $"suite{Math.Min(i, i % 500)}.x", false, false, new StatusCounts()))];

        List<KeyValuePair<string, List<TestFacts>>> groups = Suites.Group(tests);

        groups.Count.ShouldBe(60);
        groups[^1].Key.ShouldBe("(other suites)");
        groups.SelectMany(g => g.Value).Select(t => t.Index).Order().ShouldBe(Enumerable.Range(0, 5000));
    }
}
