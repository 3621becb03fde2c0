using System.Text;
using CiFeatures.Collection.Artifacts.Hashing;

namespace CiFeatures.Tests.Collection.Artifacts.Hashing;

public class Crc32CTests
{
    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("a", 0xC1D04330u)]
    [InlineData("123456789", 0xE3069283u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x22620404u)]
    public void Of_PublishedValues_AreMet(string text, uint expected) => Crc32C.Of(Encoding.ASCII.GetBytes(text)).ShouldBe(expected);

    [Fact]
    public void Of_ThirtyTwoZeros_IsTheValueOfTheStandard() => Crc32C.Of(new byte[32]).ShouldBe(0x8A9136AAu);

    [Fact]
    public void Append_InPiecesOfAnyLength_IsThatOfTheWholeWithAndWithoutTheProcessorsHelp()
    {
        var random = new Random(5);
        for (int i = 0; i < 200; i++)
        {
            byte[] bytes = new byte[random.Next(300)];
            random.NextBytes(bytes);
            Crc32C pieces = default;
            for (int at = 0; at < bytes.Length;)
            {
                int length = Math.Min(random.Next(1, 40), bytes.Length - at);
                pieces.Append(bytes.AsSpan(at, length));
                at += length;
            }

            pieces.Value.ShouldBe(Bitwise(bytes));
            Crc32C.Of(bytes).ShouldBe(Bitwise(bytes));
            (~Crc32C.WithTable(uint.MaxValue, bytes)).ShouldBe(Bitwise(bytes));
        }
    }

    private static uint Bitwise(byte[] bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }
}
