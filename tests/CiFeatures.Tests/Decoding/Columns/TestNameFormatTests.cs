using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;

namespace CiFeatures.Tests.Decoding.Columns;

public class TestNameFormatTests
{
    [Fact]
    public void Render_PercentSigns_StayWhereTheyAreNoPlaces() =>
        new TestNameFormat("100%% of %s at 5% %d", [TestNameFormat.TestPart]).Render("job", "test").ShouldBe("100% of test at 5% %d");

    [Theory]
    [InlineData("%s %s", 1)]
    [InlineData("%s", 2)]
    [InlineData("%%s", 1)]
    public void Builder_PlacesAndPartsDiffer_IsAnError(string format, int parts) =>
        Should.Throw<CiFeaturesException>(() => new BuildGridBuilder(new() { Names = new(format, [.. Enumerable.Repeat("x", parts)]) }, DateTimeOffset.UnixEpoch))
            .Code.ShouldBe(DecodingCodes.TestNameFormat);
}
