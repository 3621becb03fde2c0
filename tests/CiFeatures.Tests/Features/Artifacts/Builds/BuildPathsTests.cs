using CiFeatures.Features.Artifacts.Builds;

namespace CiFeatures.Tests.Features.Artifacts.Builds;

public class BuildPathsTests
{
    [Theory]
    [InlineData("artifacts/junit_operator.xml", true)]
    [InlineData("artifacts/junit.xml", true)]
    [InlineData("artifacts/e2e/junit_runner_20200101-000102_3.xml", true)]
    [InlineData("artifacts/junit/report.xml", true)]
    [InlineData("artifacts/pkg/test.xml", true)]
    [InlineData("junit_01.xml", true)]
    [InlineData("test.xml", true)]
    [InlineData("artifacts/latest.xml", false)]
    [InlineData("artifacts/myjunit.xml", false)]
    [InlineData("artifacts/junit_operator.xml.gz", false)]
    [InlineData("artifacts/junit.txt", false)]
    [InlineData(".xml", false)]
    public void IsJUnit_Path_FollowsTestGrid(string path, bool expected)
    {
        BuildPaths.IsJUnit(path).ShouldBe(expected);
    }

    [Theory]
    [InlineData("artifacts/build-resources/events.json", true)]
    [InlineData("events.json", true)]
    [InlineData("artifacts/old-events.json", false)]
    [InlineData("artifacts/events.json/x", false)]
    public void IsEvents_Path_GoesByItsName(string path, bool expected)
    {
        BuildPaths.IsEvents(path).ShouldBe(expected);
    }
}
