using CiFeatures.Collection.TestGrid;
using CiFeatures.Collection.TestGrid.Choice;

namespace CiFeatures.Tests.Collection.TestGrid;

public class TestGridProfileTests
{
    [Theory]
    [InlineData("openshift", "redhat-openshift-ocp-release-4.8-blocking", true)]
    [InlineData("openshift", "sig-node", false)]
    [InlineData("kubernetes", "sig-release-master-blocking", true)]
    [InlineData("kubernetes", "conformance-all", true)]
    [InlineData("kubernetes", "presubmits-kubernetes-blocking", true)]
    [InlineData("kubernetes", "redhat-openshift-ocp-release-4.8-blocking", false)]
    public void Dashboards_TakeTheProjectsOwn(string profile, string dashboard, bool isTaken)
    {
        TestGridProfile found = TestGridProfile.All.Single(p => p.Name == profile);

        new NameChoice(found.Dashboards, [], "dashboard").Takes(dashboard).ShouldBe(isTaken);
        found.Description.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void All_HaveNamesOfTheirOwn() => TestGridProfile.All.Select(p => p.Name).ShouldBeUnique();
}
