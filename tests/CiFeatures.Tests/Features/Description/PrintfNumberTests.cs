using System.Numerics;
using CiFeatures.Features.Description;

namespace CiFeatures.Tests.Features.Description;

public class PrintfNumberTests
{
    // As Python prints them: f"{x:.6f}" and f"{x:.6e}".
    [Theory]
    [InlineData(0.0078125, "0.007812", "7.812500e-03")]
    [InlineData(0.0234375, "0.023438", "2.343750e-02")]
    [InlineData(-0.0078125, "-0.007812", "-7.812500e-03")]
    [InlineData(10_000_005, "10000005.000000", "1.000000e+07")]
    [InlineData(10_000_015, "10000015.000000", "1.000002e+07")]
    [InlineData(9_999_999.5, "9999999.500000", "1.000000e+07")]
    [InlineData(0.1, "0.100000", "1.000000e-01")]
    [InlineData(0, "0.000000", "0.000000e+00")]
    [InlineData(-0.0, "-0.000000", "-0.000000e+00")]
    [InlineData(5e-324, "0.000000", "4.940656e-324")]
    [InlineData(4.9999999e-7, "0.000000", "5.000000e-07")]
    [InlineData(5.1e-7, "0.000001", "5.100000e-07")]
    [InlineData(double.PositiveInfinity, "inf", "inf")]
    [InlineData(double.NegativeInfinity, "-inf", "-inf")]
    public void Text_OfANumber_IsThatOfPrintf(double value, string plain, string scientific)
    {
        PrintfNumber.Fixed(value).ShouldBe(plain);
        PrintfNumber.Scientific(value).ShouldBe(scientific);
    }

    [Fact]
    public void Fixed_LargestNumber_HasAllItsDigits()
    {
        PrintfNumber.Fixed(double.MaxValue).ShouldBe(new BigInteger(double.MaxValue) + ".000000");
    }
}
