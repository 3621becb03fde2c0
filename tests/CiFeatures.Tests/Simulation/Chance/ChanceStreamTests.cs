using CiFeatures.Simulation.Chance;

namespace CiFeatures.Tests.Simulation.Chance;

public class ChanceStreamTests
{
    [Fact]
    public void NextBits_SeedZero_GivesThePublishedNumbers()
    {
        // xoshiro256** seeded by SplitMix64(0), as other libraries document it.
        var chance = new ChanceStream(0);

        ulong[] numbers = [chance.NextBits(), chance.NextBits(), chance.NextBits()];

        numbers.ShouldBe([0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL, 0x1A5F849D4933E6E0UL]);
    }

    [Fact]
    public void NextIndex_ManyDraws_IsEvenlySpread()
    {
        var chance = new ChanceStream(5);
        int[] counts = new int[10];

        for (int i = 0; i < 100_000; i++)
        {
            counts[chance.NextIndex(10)]++;
        }

        // Standard deviation of each count is 95.
        counts.ShouldAllBe(count => count > 9_500 && count < 10_500);
    }

    [Fact]
    public void NextUnit_ManyDraws_StaysInRangeWithMeanOneHalf()
    {
        var chance = new ChanceStream(6);
        double sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            double value = chance.NextUnit();
            value.ShouldBeInRange(0, 0.9999999999999999);
            sum += value;
        }

        (sum / 100_000).ShouldBe(0.5, 0.005);
    }

    [Fact]
    public void StreamKey_PartsCutElsewhere_GiveOtherKeys()
    {
        StreamKey.Of(1, "ab", "c").ShouldNotBe(StreamKey.Of(1, "a", "bc"));
        StreamKey.Of(1, "ab").ShouldNotBe(StreamKey.Of(2, "ab"));
        StreamKey.Of(1, "ab").ShouldBe(StreamKey.Of(1, "ab"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-3.5)]
    [InlineData(12)]
    public void Exp_UsualExponents_AgreesWithTheLibrary(double exponent)
    {
        SteadyMath.Exp(exponent).ShouldBe(Math.Exp(exponent), Math.Exp(exponent) * 1e-10);
    }

    [Fact]
    public void QuantileTable_BetweenPoints_IsAStraightLine()
    {
        var table = new QuantileTable(0, 10, 30);

        table.At(0).ShouldBe(0);
        table.At(0.25).ShouldBe(5);
        table.At(0.75).ShouldBe(20);
        table.At(1).ShouldBe(30);
        table.At(2).ShouldBe(30);
    }
}
