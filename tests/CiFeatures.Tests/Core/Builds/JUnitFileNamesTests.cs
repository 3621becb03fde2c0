using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Core.Builds;

public class JUnitFileNamesTests
{
    [Theory]
    [InlineData("artifacts/junit_runner.xml", "runner", "", "")]
    [InlineData("artifacts/e2e/junit/import-cluster.xml", "/import-cluster", "", "")]
    [InlineData("junit.xml", "", "", "")]
    [InlineData("artifacts/test.xml", "", "", "")]
    [InlineData("artifacts/junit-a/junit_01.xml", "01", "", "")]
    [InlineData("artifacts/junit__x.xml", "__x", "", "")]
    [InlineData("artifacts/junit_a_b_c.xml", "_a_b_c", "", "")]
    public void OfArtifact_JUnitFile_GivesItsParts(string path, string context, string timestamp, string thread) =>
        JUnitFileNames.OfArtifact(path).ShouldBe(new JUnitFileName(context, timestamp, thread));

    [Theory]
    [InlineData("build-log.txt")]
    [InlineData("artifacts/junit_runner.xml.gz")]
    [InlineData("artifacts/xjunit_runner.xml")]
    [InlineData("artifacts/JUnit.xml")]
    [InlineData("artifacts/mytest.xml")]
    [InlineData("")]
    public void OfArtifact_OtherFile_IsNull(string path) => JUnitFileNames.OfArtifact(path).ShouldBeNull();

    [Theory]
    [InlineData("junit.xml")]
    [InlineData("/junit.xml")]
    [InlineData("/test.xml")]
    public void Parse_NothingBeforeTheSlash_IsNull(string path) => JUnitFileNames.Parse(path).ShouldBeNull();

    [Fact]
    public void Parse_LongHostileName_IsQuick()
    {
        string path = string.Concat(Enumerable.Repeat("/junit_1", 50_000)) + "!.xml";

        JUnitFileNames.Parse(path)!.Context.ShouldBe("1!");
    }
}
