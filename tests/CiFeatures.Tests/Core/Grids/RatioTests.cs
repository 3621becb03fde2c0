using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Core.Grids;

public class RatioTests
{
    [Fact]
    public void Of_DenominatorOfZero_IsNullNotZero()
    {
        new Ratio(0, 0).Value.ShouldBeNull();
        Ratio.Of(3, 0).ShouldBeNull();
        Ratio.Percent(3, 0).ShouldBeNull();
    }

    [Fact]
    public void Of_Shares_AreFractionsOrPercent()
    {
        new Ratio(1, 4).Value.ShouldBe(0.25);
        Ratio.Of(0, 4).ShouldBe(0);
        Ratio.Percent(1, 8).ShouldBe(12.5);
    }
}
