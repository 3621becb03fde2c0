using CiFeatures.Features.Statistics;

namespace CiFeatures.Tests.Features.Statistics;

public class QuantileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 3)]
    [InlineData(0.75, 5.5)]
    [InlineData(0.9, 8.2)]
    [InlineData(1, 10)]
    public void OfSorted_LinearInterpolation_MatchesNumpy(double probability, double expected)
    {
        Quantile.OfSorted([1, 2, 4, 10], probability).ShouldBe(expected, 1e-12);
    }

    [Fact]
    public void OfSorted_OneValue_IsThatValue()
    {
        Quantile.OfSorted([7], 0.99).ShouldBe(7);
    }

    [Fact]
    public void OfSorted_NoValues_Throws()
    {
        Should.Throw<ArgumentException>(() => Quantile.OfSorted([], 0.5));
    }

    [Fact]
    public void OfSorted_NotANumber_Throws()
    {
        Should.Throw<ArgumentException>(() => Quantile.OfSorted([1], double.NaN));
    }
}
