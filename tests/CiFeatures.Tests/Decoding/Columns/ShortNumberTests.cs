using CiFeatures.Decoding.Columns;

namespace CiFeatures.Tests.Decoding.Columns;

public class ShortNumberTests
{
    // The expected texts are what C's printf gives for %.4g.
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(2.5, "2.5")]
    [InlineData(100, "100")]
    [InlineData(1234, "1234")]
    [InlineData(9999.6, "1e+04")]
    [InlineData(12345678, "1.235e+07")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012345678, "0.0001235")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(-3.14159, "-3.142")]
    [InlineData(1e100, "1e+100")]
    [InlineData(12345, "1.234e+04")]
    public void Format_Number_HasFourDigits(double value, string text) => ShortNumber.Format(value).ShouldBe(text);
}
