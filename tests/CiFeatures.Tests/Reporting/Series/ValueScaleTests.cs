using CiFeatures.Reporting.Series;

namespace CiFeatures.Tests.Reporting.Series;

public class ValueScaleTests
{
    [Theory]
    [InlineData(172, "0|50|100|150|200")]
    [InlineData(0.083, "0.00|0.02|0.04|0.06|0.08|0.10")]
    [InlineData(0, "0.0|0.2")]
    [InlineData(5, "0|1|2|3|4|5")]
    [InlineData(12000, "0|5,000|10,000|15,000")]
    public void Ticks_Largest_AreRound(double largest, string expected)
    {
        var scale = new ValueScale(largest);

        string.Join('|', scale.Ticks.Select(scale.Text)).ShouldBe(expected);
        scale.Top.ShouldBeGreaterThanOrEqualTo(largest * (1 - 1e-9));
    }

    [Theory]
    [InlineData(1e-30)]
    [InlineData(3.4e38)]
    [InlineData(float.Epsilon)]
    public void Ticks_ExtremeValues_AreFewAndFinite(double largest)
    {
        var scale = new ValueScale(largest);

        scale.Ticks.Count.ShouldBeInRange(2, 8);
        scale.Ticks.ShouldAllBe(t => double.IsFinite(t));
        scale.Top.ShouldBeGreaterThan(0);
    }
}
