using CiFeatures.Features.Artifacts;

namespace CiFeatures.Tests.Features.Artifacts;

public class MiddleCutTests
{
    [Theory]
    [InlineData("abcdefghij", 10, "abcdefghij")]
    [InlineData("abcdefghijk", 10, "abcd...ijk")]
    [InlineData("abcdefghijkl", 9, "abc...jkl")]
    public void Of_Text_KeepsBothEnds(string text, int most, string expected)
    {
        MiddleCut.Of(text, most).ShouldBe(expected);
    }

    [Fact]
    public void Of_Surrogates_AreNotParted()
    {
        string text = string.Concat(Enumerable.Repeat("\U0001F600", 20));

        for (int most = 9; most < 30; most++)
        {
            string cut = MiddleCut.Of(text, most);
            cut.Length.ShouldBeLessThanOrEqualTo(most);
            cut.EnumerateRunes().ShouldNotContain(System.Text.Rune.ReplacementChar);
        }
    }
}
