using CiFeatures.Cli.Hosting;

namespace CiFeatures.Tests.Cli.Hosting;

public class TextDistanceTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", -1)]
    [InlineData("abc", "", 3)]
    [InlineData("overall", "Overall", -1)]
    [InlineData("e2e-aws", "periodic-e2e-aws-4.8", -1)]
    public void Between_TwoNames_CountsEdits(string wanted, string name, int distance)
    {
        TextDistance.Between(wanted, name).ShouldBe(distance);
    }

    [Fact]
    public void Between_VeryLongNames_LooksAtTheirBeginning()
    {
        TextDistance.Between(new string('a', 10_000), new string('b', 10_000)).ShouldBe(80);
    }
}
