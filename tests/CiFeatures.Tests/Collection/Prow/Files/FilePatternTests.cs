using CiFeatures.Collection.Prow.Files;
using CiFeatures.Core.Errors;

namespace CiFeatures.Tests.Collection.Prow.Files;

public class FilePatternTests
{
    [Theory]
    [InlineData("artifacts/**/junit*.xml", "artifacts/junit_operator.xml", true)]
    [InlineData("artifacts/**/junit*.xml", "artifacts/e2e/step/junit_01.xml", true)]
    [InlineData("artifacts/**/junit*.xml", "junit_01.xml", false)]
    [InlineData("artifacts/**/junit*.xml", "artifacts/junit/x.xml", false)]
    [InlineData("artifacts/*/x", "artifacts/a/x", true)]
    [InlineData("artifacts/*/x", "artifacts/a/b/x", false)]
    [InlineData("**/a/**/b", "a/b", true)]
    [InlineData("**/a/**/b", "x/a/y/z/b", true)]
    [InlineData("**/a/**/b", "x/b", false)]
    [InlineData("?.txt", "a.txt", true)]
    [InlineData("?.txt", "ab.txt", false)]
    [InlineData("build-log.txt", "Build-log.txt", false)]
    public void Matches_Globs_AsTheySay(string pattern, string path, bool expected) => new FilePattern(pattern).Matches(path).ShouldBe(expected);

    [Theory]
    [InlineData("artifacts/**/junit*.xml", "artifacts/", true)]
    [InlineData("artifacts/**/junit*.xml", "artifacts/a/b/c/", true)]
    [InlineData("artifacts/**/junit*.xml", "other/", false)]
    [InlineData("artifacts/*.json", "artifacts/", true)]
    [InlineData("artifacts/*.json", "artifacts/a/", false)]
    public void MayMatchBelow_Folders_AsTheySay(string pattern, string folder, bool expected) => new FilePattern(pattern).MayMatchBelow(folder).ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("/x")]
    [InlineData("a/../b")]
    [InlineData("a//b")]
    [InlineData("artifacts/**")]
    public void Constructor_NoPath_IsRefused(string pattern) => Should.Throw<CiFeaturesException>(() => new FilePattern(pattern)).Code.ShouldBe("CIF1236");

    [Fact]
    public void Matches_ManyStars_TakesNoLongTime()
    {
        FilePattern pattern = new(string.Concat(Enumerable.Repeat("**/", 60)) + "x");

        pattern.Matches(string.Join('/', Enumerable.Repeat("a", 5000))).ShouldBeFalse();
    }
}
