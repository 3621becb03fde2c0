using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;

namespace CiFeatures.Tests.Decoding.Columns;

public class BuildListsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("logs/job/12", "logs/job/0/")]
    [InlineData("logs/job/12/", "logs/job/0/")]
    [InlineData("logs/job/999999999999999999", "logs/job/0/")]
    [InlineData("logs/job/1000000000000000000", "logs/job/1000000000000000000/")]
    [InlineData("logs/job/hello", "logs/job/hello/")]
    public void StartOffset_NewestKnownBuild_BeginsWhereTextOrderHolds(string after, string offset) => BuildLists.StartOffset(after).ShouldBe(offset);

    [Theory]
    [InlineData("http://elsewhere/x")]
    [InlineData("gs://")]
    [InlineData("gs:///x")]
    [InlineData("gs://bucket")]
    [InlineData("gs://bucket/")]
    [InlineData("gs://bucket/../x")]
    [InlineData("gs://bucket/x?y")]
    public void From_LinkThatNamesNoFolder_IsAnError(string link) =>
        Should.Throw<CiFeaturesException>(() => BuildLists.From([new("", "pr/1", new Dictionary<string, string> { ["link"] = link })], "bucket"))
            .Code.ShouldBe(DecodingCodes.BadBuildLink);

    [Fact]
    public void From_OldLinkWithBlanks_IsTrimmed() =>
        BuildLists.From([new("", "pr/1", new Dictionary<string, string> { ["link"] = " gs://b/x/1 " }), new("", "pr/latest-build.txt", new Dictionary<string, string>())], "bucket")
            .ShouldBe([new ListedBuild("gs://b/x/1/", "1")]);
}
