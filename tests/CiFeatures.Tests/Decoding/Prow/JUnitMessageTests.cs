using System.Text;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Tests.Decoding.Prow;

public class JUnitMessageTests
{
    [Theory]
    [InlineData(139, 139)]
    [InlineData(140, 143)]
    [InlineData(5000, 143)]
    public void Shortened_FromTheLimitOn_LosesItsMiddle(int length, int expected) =>
        JUnitMessage.Shortened(Encoding.UTF8.GetBytes(new string('a', length)), 140).Length.ShouldBe(expected);

    [Fact]
    public void Shortened_CutCharacters_BecomeOneQuestionMark() =>
        JUnitMessage.Shortened(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("€", 10))), 8).ShouldBe("invalid utf8: €?...?€");

    [Fact]
    public void Shortened_NoLimit_IsWhole() => JUnitMessage.Shortened("abc"u8, 0).ShouldBe("abc");
}
